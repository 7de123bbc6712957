export const handover = {
  title: 'Sellado. Envía dos cosas por dos vías.',
  titleWaiting: 'Sellado. Espera a ser enviado.',
  titleUncertain: 'Sellado. Puede que haya llegado.',
  expires: 'Caduca {{relative}}, el {{date}}.',
  expiresNever: 'No caduca.',
  link: {
    title: 'El enlace',
    hint: 'Envíalo por donde te lee: correo, chat.',
    label: 'Enlace',
    copy: 'Copiar el enlace',
    copied: 'Enlace copiado',
    qr: 'Código QR del enlace',
    message: 'Mensaje para quien lo recibe',
    waiting:
      'Tendrás el enlace en cuanto el servicio lo reciba. Lo encontrarás en Enviados; conserva la contraseña hasta entonces.',
    uncertain:
      'Se perdió la respuesta del servicio, así que no hay enlace. Mira en Enviados antes de volver a enviarlo.',
  },
  message: {
    title: 'Un mensaje con el enlace',
    note: 'No contiene la contraseña. Envíala por otra vía.',
    language: 'Idioma del mensaje',
    copy: 'Copiar el mensaje',
    copied: 'Mensaje copiado',
    label: 'Mensaje',
    close: 'Cerrar',
  },
  password: {
    title: 'La contraseña',
    hint: 'Envíala por otra vía: llamada, SMS, en persona.',
    label: 'Contraseña',
    copy: 'Copiar la contraseña',
    copied: 'Contraseña copiada',
    own: 'Tu propia contraseña',
  },
  closing: 'Cuando cierres esto, la contraseña desaparece de este programa. El enlace queda en Enviados.',
  closingWaiting: 'Cuando cierres esto, la contraseña desaparece de este programa. Guárdala antes.',
  closingKept:
    'Cuando cierres esto, la contraseña queda en el llavero hasta que exista el enlace. La encontrarás en Enviados.',
  keep: {
    action: 'Guardar la contraseña en el llavero hasta que exista el enlace',
    actionMemory: 'Conservar la contraseña en esta sesión, hasta que exista el enlace',
    done: 'Guardada en el llavero. La encontrarás en Enviados, con el enlace.',
    doneMemory: 'Se conserva en esta sesión: no hay llavero. La encontrarás en Enviados, con el enlace.',
    failed: 'El llavero no la ha aceptado. Copia la contraseña.',
  },
  done: 'Listo',
  another: 'Cerrar y redactar otro',
  copyFailed: 'No se pudo copiar. Selecciónalo y cópialo tú.',
  unsaved: {
    title: '¿Cerrar sin la contraseña?',
    text: 'Aún no la has copiado. Sin ella nadie puede abrir este secreto, tampoco tú.',
    action: 'Cerrar de todos modos',
    cancel: 'Volver',
  },
} as const;

export const recipient = {
  greeting: 'Te he enviado algo confidencial.',
  link: 'Abre este enlace: {{link}}',
  password: 'Necesitas una contraseña, que te daré por otra vía.',
  expires: 'El enlace caduca el {{date}}.',
  once: 'Solo se puede abrir una vez, así que ábrelo cuando vayas a leerlo.',
  limited_one: 'Se puede abrir {{count, number}} vez.',
  limited_many: 'Se puede abrir {{count, number}} de veces.',
  limited_other: 'Se puede abrir {{count, number}} veces.',
} as const;

export const reading = {
  who: 'Quien tenga el enlace <strong>y</strong> la contraseña puede leerlo {{times}}.',
  once: 'una vez',
  limited_one: 'hasta {{count, number}} vez',
  limited_many: 'hasta {{count, number}} de veces',
  limited_other: 'hasta {{count, number}} veces',
  unlimited: 'todas las veces que quiera',
} as const;
