export const failure = {
  unreachable: {
    what: 'No se puede llegar al servicio.',
    next: 'Comprueba tu conexión.',
  },
  timeout: {
    what: 'El servicio no respondió a tiempo.',
    next: 'Vuelve a intentarlo dentro de un momento.',
  },
  'answer-lost': {
    what: 'La conexión se cortó antes de que llegara la respuesta.',
    next: 'Comprueba si llegó antes de volver a enviarlo.',
  },
  certificate: {
    what: 'Este equipo no confía en el certificado del servicio.',
    next: 'Comprueba la fecha del equipo y la dirección del servicio.',
  },
  redirected: {
    what: 'El servicio quiso llevarte a otra dirección.',
    next: 'Comprueba la dirección del servicio. No se ha seguido nada.',
  },
  'not-the-service': {
    what: 'En esa dirección ha respondido otra cosa.',
    next: 'Puede que antes debas iniciar sesión en esta red.',
  },
  rejected: {
    what: 'El servicio no lo ha aceptado.',
    next: 'Cambia la caducidad o el número de veces y vuelve a intentarlo.',
  },
  unauthorized: {
    what: 'El servicio no acepta tu token.',
    next: 'Comprueba el token de este servicio.',
  },
  forbidden: {
    what: 'El servicio no lo permite.',
    next: 'Solo puede hacerlo quien lo envió.',
  },
  'captcha-required': {
    what: 'El servicio pide demostrar que eres una persona, y aquí no se puede.',
    next: 'Añade un token a esta cuenta o créalo en el navegador.',
  },
  'not-found': {
    what: 'El servicio no conoce este enlace.',
    next: 'Comprueba que el enlace esté completo.',
  },
  gone: {
    expired: { what: 'Ha caducado.', next: 'Pide uno nuevo a quien te lo envió.' },
    exhausted: {
      what: 'Ya se ha abierto todas las veces permitidas.',
      next: 'Pide uno nuevo a quien te lo envió.',
    },
    deleted: { what: 'Quien lo envió lo ha eliminado.', next: 'Pide uno nuevo a quien te lo envió.' },
    unknown: { what: 'Ya no está allí.', next: 'Pide uno nuevo a quien te lo envió.' },
  },
  'too-large': {
    what: 'Es más grande de lo que admite el servicio.',
    next: 'Acórtalo o envíalo por partes.',
  },
  'rate-limited': {
    what: 'Por ahora el servicio no admite más.',
    next: 'Vuelve a intentarlo {{when}}.',
  },
  'service-error': {
    what: 'El servicio tiene un problema propio.',
    next: 'Vuelve a intentarlo dentro de un momento.',
  },
  keychain: {
    what: 'El llavero no entregó el token, así que no se envió nada.',
    next: 'Desbloquea el llavero del sistema y vuelve a intentarlo.',
  },
  'token-missing': {
    what: 'Esta cuenta no tiene token, así que no se envió nada.',
    next: 'Añade su token o elige otra cuenta.',
  },
  cancelled: {
    what: 'Lo detuviste, así que no se envió nada.',
    next: 'Vuelve a intentarlo cuando quieras.',
  },
} as const;
