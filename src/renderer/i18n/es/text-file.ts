export const textFile = {
  choose: 'Elegir un archivo de texto',
  drop: 'Suelta el texto aquí',
  dropHint: 'Solo se sella el texto de un archivo. Su nombre y su tipo no se conservan.',
  title: 'El texto de {{name}}',
  note: 'Se sella exactamente como está en el archivo. El nombre y el tipo del archivo no se conservan: quien abra el enlace recibe el texto.',
  edit: 'Editarlo aquí',
  remove: 'Quitarlo',
  reading: 'Leyendo {{name}}',
  cancel: 'Detener',
  problemTitle: 'Este archivo no se puede sellar',
  problem: {
    'too-large': 'Ocupa {{size}} y el servicio admite hasta {{max}} ya sellado. Envíalo por partes.',
    'not-text':
      'No es un archivo de texto y solo se puede sellar texto. Ponlo donde el destinatario pueda recogerlo y sella la contraseña para abrirlo.',
    empty: 'No contiene nada.',
    unreadable: 'No se pudo leer. Comprueba que sigue ahí y que puedes abrirlo.',
    several: 'Un texto cada vez. Suelta un solo archivo.',
  },
  replace: {
    title: '¿Sustituir lo que has escrito?',
    text: 'Un secreto es un solo texto. Lo que has escrito hasta ahora desaparecería.',
    action: 'Sustituirlo',
    cancel: 'Conservar lo que tengo',
  },
} as const;
