export const resident = {
  section: 'A mano',
  whenClosed: 'Al cerrar la ventana',
  whenClosedValues: { ask: 'Preguntar', tray: 'Quedarse en la bandeja', quit: 'Salir' },
  noTray: 'Este escritorio no muestra ninguna bandeja, así que al cerrar la ventana se sale del programa.',
  noTrayMac: 'El programa se queda en el Dock hasta que salgas de él.',
  startAtLogin: 'Empezar con la sesión, sin ventana',
  notInstalled:
    'Empezar con la sesión es para el programa instalado. Este se ejecuta desde su código fuente.',
  loginFailed: 'El sistema no lo ha cambiado. Se queda como estaba.',
  closing: {
    title: '¿Dejar el programa en la bandeja?',
    text: 'La ventana se cierra y no deja nada atrás. El programa se queda como un pequeño sello entre los iconos del borde de la pantalla, y vuelve con un clic.',
    later: 'Puedes cambiarlo en los ajustes.',
    tray: 'Quedarse en la bandeja',
    quit: 'Salir',
    cancel: 'Dejarla abierta',
  },
  unfinished: {
    title: '¿Cerrar con algo sin terminar?',
    text: 'Lo que has escrito está solo en esta ventana y desaparece cuando se cierra.',
    password: 'Aún no has copiado la contraseña. Sin ella nadie puede abrir el enlace.',
    action: 'Cerrar igualmente',
    cancel: 'Dejarla abierta',
  },
} as const;

export const protection = {
  section: 'Captura de pantalla',
  text: 'Las capturas, las grabaciones y las pantallas compartidas muestran las ventanas del programa en negro o no las muestran. Algunos escritorios remotos y lectores que miran la imagen tampoco las ven.',
  label: 'Dejar las ventanas fuera de las capturas',
  unavailable: 'Este sistema no tiene esa protección.',
  trialTitle: '¿Sigues viendo esta ventana?',
  trialText_one: 'Si no dices que sí, la protección termina en {{count, number}} segundo.',
  trialText_many: 'Si no dices que sí, la protección termina en {{count, number}} de segundos.',
  trialText_other: 'Si no dices que sí, la protección termina en {{count, number}} segundos.',
  keep: 'Sí, mantenerla',
  end: 'Terminarla',
} as const;
