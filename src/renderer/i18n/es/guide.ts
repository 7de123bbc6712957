export const introduction = {
  label: 'Introducción',
  step: 'Paso {{n}} de {{m}}',
  skip: 'Saltar la introducción',
  next: 'Continuar',
  back: 'Atrás',
  finish: 'Escribir el primer secreto',
  again: 'Ver la introducción',
  againText: 'Cómo viaja un secreto, qué servicio lo lleva y las teclas.',
  picture: {
    title: 'Un secreto viaja en dos mitades',
    text: 'Lo escribes y lo sellas aquí. El enlace y la contraseña salen por dos caminos distintos, para que ninguno valga nada por sí solo.',
    alt: 'Una carta sellada. Su enlace va por correo y su contraseña por teléfono; quien la recibe necesita ambos para abrirla.',
    you: 'Tú',
    link: 'El enlace, por correo',
    password: 'La contraseña, por teléfono',
    recipient: 'Quien lo recibe',
    promise: 'Sellado en este ordenador. El servicio que lo lleva no puede leerlo.',
  },
  service: {
    title: '¿Quién lo lleva?',
    text: 'Elijas el que elijas, solo ve el texto sellado. Puedes cambiarlo en cualquier momento.',
    label: 'El servicio para los secretos nuevos',
    builtin: 'Este ordenador',
    builtinHint:
      'Sin cuenta. Los enlaces funcionan para quien llegue a este ordenador, mientras el programa esté en marcha.',
    elsewhere: 'EnigmaCrypt, o un servicio propio',
    elsewhereHint:
      'Los enlaces funcionan en todas partes. Con un token puedes enviar más, y seguir y borrar lo enviado; de forma anónima no necesitas cuenta.',
    add: 'Configurarlo',
    chosen: 'Los secretos nuevos van a {{name}}.',
  },
  keys: {
    title: 'Tus manos pueden quedarse en el teclado',
    text: 'Para empezar bastan tres teclas.',
    seal: 'Sella lo que has escrito y crea el enlace',
    palette: 'Encuentra todo lo que hace el programa',
    sheet: 'Muestra todas las teclas, mientras no escribes',
  },
  anywhere: {
    title: 'Y una desde cualquier otro programa',
    text: 'Un atajo que tú eliges abre una ventana pequeña: escribes, pulsas Intro y el enlace está copiado. También puedes elegirlo más tarde, en Ajustes.',
  },
} as const;

export const palette = {
  label: 'Buscar una orden',
  placeholder: '¿Qué quieres hacer?',
  empty: 'Nada se llama así. Prueba con menos letras.',
  compose: 'Escribir un secreto nuevo',
  sent: 'Ir a Enviados',
  open: 'Abrir un secreto',
  settings: 'Ir a Ajustes',
  accounts: 'Gestionar las cuentas',
  use: 'Enviar con {{name}}',
  theme: {
    system: 'Tema: el del sistema',
    light: 'Tema: claro',
    dark: 'Tema: oscuro',
  },
  language: {
    system: 'Idioma: el del sistema',
    en: 'Idioma: English',
    es: 'Idioma: español',
  },
  keys: 'Ver todas las teclas',
  introduction: 'Ver la introducción',
  about: 'Acerca de EnigmaCrypt',
  lock: 'Bloquear el programa',
  licences: 'Licencias del trabajo de otros',
} as const;

export const keys = {
  title: 'Teclas',
  close: 'Cerrar',
  groups: {
    everywhere: 'En todas partes',
    compose: 'Al escribir',
    sent: 'En la lista de lo enviado',
  },
  palette: 'Buscar una orden',
  sheet: 'Mostrar estas teclas',
  views: 'Ir a una vista',
  compose: 'Escribir un secreto nuevo',
  settings: 'Ir a Ajustes',
  lock: 'Bloquear el programa',
  closing: 'Cerrar lo que esté abierto',
  submit: 'Sellar y crear el enlace',
  rows: 'Moverse de fila en fila',
  details: 'Mostrar los detalles',
} as const;

export const about = {
  title: 'Acerca de EnigmaCrypt',
  lead: 'Secretos entregados por dos caminos, sellados en tu propio ordenador.',
  version: 'Versión',
  electron: 'Electron',
  unofficial: '{{version}}, una compilación no oficial',
  licence: 'Licencia',
  mit: 'MIT: libre para usarlo, leerlo y cambiarlo',
  close: 'Cerrar',
  licences: 'Trabajo de otros',
  licencesText: 'De qué está hecho este programa, y en qué condiciones.',
  licencesTitle: 'Trabajo de otros',
  licencesLead:
    'Este programa se apoya en el trabajo de otros {{count}} proyectos. Electron trae su propia lista, y la de Chromium, en la carpeta del programa.',
  licencesLabel: 'Textos de las licencias',
  licencesLoading: 'Leyendo las licencias…',
} as const;
