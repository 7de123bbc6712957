export const updates = {
  section: 'Actualizaciones',
  text: 'El programa pregunta a su página de versiones por la más nueva cuando tú lo dices, y no cuenta nada de ti. Una versión solo vale si la han firmado sus autores.',
  daily: 'Mirar una vez al día',
  dailyHint: 'No se descarga nada hasta que tú lo digas.',
  never: 'Aún no se ha mirado.',
  lookedAt: 'Última vez: {{when}}',
  state: {
    idle: 'Tienes la versión {{version}}.',
    looking: 'Mirando si hay una versión más nueva …',
    none: 'La versión {{version}} es la más nueva.',
    available: 'Hay una versión {{version}}.',
    downloading: 'Descargando la versión {{version}} …',
    ready: 'La versión {{version}} ya está aquí.',
    failed: 'No se ha podido mirar.',
    notFetched: 'No se ha podido descargar la versión {{version}}.',
    notInstalled: 'No se ha podido poner la versión {{version}} en su sitio.',
  },
  about: 'Del {{day}}, {{size}}.',
  ready:
    'Está firmada por sus autores. El programa se cierra, se sustituye y vuelve a empezar. Lo que espera para enviarse se conserva.',
  why: {
    unreachable: 'La página de versiones no ha contestado. Inténtalo de nuevo cuando tengas conexión.',
    'not-found':
      'No hay nada donde debería estar. Puede que se esté publicando una versión nueva; inténtalo más tarde.',
    unreadable:
      'La respuesta no se entiende, o no tiene nada para este sistema. Conservas la versión que tienes.',
    signature:
      'Lo que había no está firmado por los autores de este programa, así que se ha tirado. Conservas la versión que tienes.',
    digest:
      'Lo que ha llegado no es lo que firmaron los autores, así que se ha tirado. Conservas la versión que tienes.',
    broken: 'Se ha cortado la conexión. Lo que había llegado se ha tirado; conservas la versión que tienes.',
    storage:
      'No se ha podido escribir en el disco. Haz sitio e inténtalo de nuevo; conservas la versión que tienes.',
    install:
      'La versión anterior sigue ahí y funciona. Inténtalo de nuevo, o consigue la nueva en la página de versiones.',
  },
  look: 'Mirar ahora',
  download: 'Descargar',
  stop: 'Parar',
  install: 'Reiniciar con ella',
  retry: 'Intentarlo de nuevo',
  page: 'Ver las versiones',
  pageText: 'Todas las versiones y qué traen de nuevo.',
  progress: 'Cuánto ha llegado de la versión nueva',
  off: {
    sources: 'Este programa se ejecuta desde su código fuente: quien lo descargó lo mantiene al día.',
    'local-package':
      'Este es un paquete local, hecho en algún ordenador y no por los autores: quien lo hizo lo mantiene al día.',
    'package-manager': 'Tu gestor de paquetes mantiene este programa al día.',
    flatpak: 'Flatpak mantiene este programa al día.',
    snap: 'Snap mantiene este programa al día.',
    folder:
      'Este programa se descomprimió a mano. Lo mantienes al día tú: descomprime uno más nuevo en su sitio.',
    'read-only': 'No puedes escribir donde está este programa. Quien lo puso ahí lo mantiene al día.',
    'no-key':
      'Esta compilación no tiene una clave con la que comprobar versiones nuevas, así que no las busca.',
  },
} as const;
