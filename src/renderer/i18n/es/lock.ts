export const lock = {
  title: 'Bloqueado',
  why: {
    asked: 'Has bloqueado el programa.',
    idle: 'No había nadie desde hacía un rato.',
    system: 'El equipo se bloqueó o se suspendió.',
  },
  gone: 'Lo escrito o abierto en sus ventanas ya no está en la memoria. Tu lista, tus cuentas y lo que espera para enviarse se conservan.',
  goesOn:
    'Los enlaces que has enviado se pueden seguir abriendo. Lo que espera para enviarse y las novedades de lo enviado esperan a que desbloquees.',
  opens: {
    keychain: 'Es posible que el sistema te pida abrir su llavero.',
    passphrase: 'Escribe la frase de contraseña de tu lista.',
    click:
      'En este equipo no hay llavero, así que esto solo oculta lo que hay en las ventanas. Cualquiera que esté aquí puede desbloquearlo.',
  },
  passphrase: 'Frase de contraseña',
  unlock: 'Desbloquear',
  unlocking: 'Desbloqueando…',
  failed: {
    keychain: 'El llavero no se abrió. No se ha perdido nada. Inténtalo de nuevo cuando el sistema te deje.',
    'wrong-passphrase': 'Esa no es la frase de contraseña. No se ha perdido nada.',
    storage: 'No se pudo leer la lista. No se ha perdido nada. Comprueba el disco e inténtalo de nuevo.',
  },
  section: 'Bloqueo',
  sectionText:
    'Al bloquear se cierran todas las ventanas con lo que contienen, también un texto sin terminar, y los tokens y claves desaparecen de la memoria.',
  after: 'Cuando no hay nadie',
  afterMinutes: { never: 'Nunca', '5': 'A los 5 minutos', '15': 'A los 15 minutos', '60': 'A la hora' },
  withSystem: 'Cuando el equipo se bloquea o se suspende',
  withSystemLinux: 'Cuando el equipo se suspende',
  now: 'Bloquear ahora',
} as const;
