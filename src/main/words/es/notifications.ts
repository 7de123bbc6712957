export const notifications = {
  opened: {
    title: 'Abierto',
    named: '«{{name}}» se abrió por primera vez.',
    unnamed: 'Un secreto que enviaste se abrió por primera vez.',
    many_one: '{{count}} secreto que enviaste se abrió por primera vez.',
    many_many: '{{count}} de secretos que enviaste se abrieron por primera vez.',
    many_other: '{{count}} secretos que enviaste se abrieron por primera vez.',
  },
  expiring: {
    title: 'Aún sin abrir',
    named: '«{{name}}» caduca a las {{time}} y nadie lo ha abierto.',
    unnamed: 'Un secreto que enviaste caduca a las {{time}} y nadie lo ha abierto.',
  },
  expiringUnasked: {
    title: 'Caduca pronto',
    named: '«{{name}}» caduca a las {{time}}. Su servicio no ha dicho si se abrió.',
    unnamed: 'Un secreto que enviaste caduca a las {{time}}. Su servicio no ha dicho si se abrió.',
  },
  expiringUnknown: {
    title: 'Caduca pronto',
    named: '«{{name}}» caduca a las {{time}}. Este servicio no informa de si se abrió.',
    unnamed: 'Un secreto que enviaste caduca a las {{time}}. Este servicio no informa de si se abrió.',
  },
} as const;
