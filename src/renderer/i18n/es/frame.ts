export const app = {
  name: 'EnigmaCrypt',
  skip: 'Saltar al contenido',
  notifications: 'Mensajes',
  loading: 'Iniciando…',
  viewLoading: 'Un momento…',
  waitingTitle: 'Esperando al llavero',
  waitingText:
    'Si tu sistema te pide desbloquearlo, hazlo. Sin él, el programa continúa en medio minuto y no guarda nada más allá de esta sesión.',
  brokenTitle: 'Esta vista ha dejado de funcionar',
  brokenText:
    'No se ha enviado nada. Lo que ya habías enviado está a salvo en la lista. Vuelve a abrir la vista para continuar.',
  brokenAction: 'Volver a abrirla',
  unreachableTitle: 'El programa no responde',
  unreachableText:
    'Lo que has escrito sigue aquí. Espera un momento y vuelve a intentarlo; si continúa, copia tu texto y reinicia el programa.',
} as const;

export const nav = {
  label: 'Vistas',
  compose: 'Redactar',
  sent: 'Enviados',
  open: 'Abrir',
  settings: 'Ajustes',
} as const;

export const service = {
  label: 'Servicio',
  builtIn: 'Servicio integrado',
  starting: 'Iniciando…',
  running: 'En este equipo',
  failed: 'Detenido',
  restart: 'Volver a iniciarlo',
  restarting: 'Iniciándolo…',
  failedTitle: 'El servicio integrado no está en marcha',
  failedText: {
    'port-in-use':
      'Otro programa ocupa su lugar en este equipo. Lo que escribes se queda aquí. Cierra ese programa y vuelve a iniciar el servicio.',
    storage:
      'No se pudo leer o escribir su almacén. Lo que escribes se queda aquí. Comprueba que haya espacio en el disco y vuelve a iniciar el servicio.',
    crashed:
      'Se ha detenido de forma inesperada. Lo que escribes se queda aquí y no se ha perdido nada de lo guardado. Vuelve a iniciarlo.',
  },
} as const;

export const notice = {
  dismiss: 'Descartar',
  'keychain-missing': {
    title: 'En este equipo no hay llavero',
    text: 'La lista de lo que envías se conserva solo hasta que cierres el programa. Todo lo demás funciona.',
  },
  'keychain-unavailable': {
    title: 'El llavero no ha respondido',
    text: 'No se ha sobrescrito nada. La lista de lo que envías se conserva solo hasta que cierres el programa. Desbloquea el llavero y reinicia para ver tu lista anterior.',
  },
  'ledger-recovered': {
    title: 'Se reparó una lista dañada',
    text: 'Tu lista de secretos enviados estaba dañada. El archivo se guardó aparte, y todo lo que se pudo leer está en la lista.',
  },
  'ledger-in-use': {
    title: 'La lista está abierta en otro programa',
    text: 'Otro programa tiene abierta tu lista de secretos enviados. Esta sesión guarda una en memoria, que desaparece al cerrar el programa.',
  },
  'ledger-locked': {
    title: 'La lista está bloqueada',
    text: 'Tu lista de secretos enviados está sellada con tu frase de acceso. Escríbela en los ajustes para verla; hasta entonces se guarda una en memoria.',
  },
  'ledger-set-aside': {
    title: 'No se pudo leer tu lista anterior',
    text: 'Se ha apartado intacta y se ha empezado una nueva. Los enlaces que enviaste siguen funcionando.',
  },
  'ledger-newer': {
    title: 'Tu lista es de una versión más reciente',
    text: 'No se ha tocado. Hasta que actualices el programa, lo que envíes se conserva solo hasta que lo cierres.',
  },
  'ledger-in-memory': {
    title: 'No se pudo guardar tu lista',
    text: 'Lo que envías se conserva solo hasta que cierres el programa. Comprueba que haya espacio en el disco y reinicia.',
  },
  'accounts-set-aside': {
    title: 'No se pudieron leer tus cuentas',
    text: 'Se han apartado, y solo se usa el servicio integrado. Vuelve a añadir tus cuentas.',
  },
  'settings-set-aside': {
    title: 'No se pudieron leer tus ajustes',
    text: 'Se han apartado y se usan los habituales.',
  },
  'service-moved': {
    title: 'El servicio integrado se ha mudado',
    text: 'Otro programa ocupó su lugar. Los enlaces anteriores a la mudanza no se abren hasta que cierres ese programa y reinicies este.',
  },
  'no-tray': {
    title: 'Este escritorio no muestra bandeja',
    text: 'Por eso la ventana se queda donde está y nada se esconde fuera de tu alcance. Un atajo para compartir rápido funciona sin bandeja; lo eliges en los ajustes.',
  },
  'shortcut-refused': {
    title: 'No se ha conseguido un atajo',
    text: 'Otro programa tiene las teclas que elegiste, o este escritorio no da ninguna. Elige otras en los ajustes.',
  },
  'unofficial-runtime': {
    title: 'Funciona sobre una compilación no oficial de Electron',
    text: 'Sirve para desarrollo y pruebas. No la uses con secretos de verdad.',
  },
  'update-available': {
    title: 'Hay una versión más nueva',
    text: 'Está en Ajustes, Actualizaciones. No se descarga nada hasta que tú lo digas.',
  },
} as const;
