export const clipboard = {
  label: 'Portapapeles',
  watching: 'Se quita del portapapeles en {{time}}.',
  untilQuit: 'Se queda en el portapapeles hasta que bloquees o cierres el programa, o copies otra cosa.',
  keep: 'Dejarlo ahí',
  cleared: 'El portapapeles se ha vaciado.',
  replaced: 'El portapapeles tiene ahora otra cosa; no se ha tocado.',
  left: 'Puede que siga en el portapapeles: no se ha podido comprobar. Copia otra cosa para reemplazarlo.',
  after_one: 'Lo que copias se quita del portapapeles después de {{count, number}} segundo.',
  after_many: 'Lo que copias se quita del portapapeles después de {{count, number}} de segundos.',
  after_other: 'Lo que copias se quita del portapapeles después de {{count, number}} segundos.',
  stays:
    'Lo que copias se queda en el portapapeles hasta que bloquees o cierres el programa, o copies otra cosa.',
  settings: {
    title: 'Portapapeles',
    clear: 'Quitar lo copiado',
    times: {
      s15: 'Después de 15 segundos',
      s30: 'Después de 30 segundos',
      s60: 'Después de 1 minuto',
      s120: 'Después de 2 minutos',
      s300: 'Después de 5 minutos',
      never: 'Solo al bloquear o salir',
    },
    clearText:
      'Solo si el portapapeles aún tiene lo que copiaste aquí. Lo compara una ventana que nadie ve; lo que contiene nunca sale de esa ventana.',
    marks: 'Mantener las contraseñas fuera de los historiales del portapapeles',
    marksText:
      'Los programas que guardan un historial del portapapeles omiten lo que está marcado. Para marcar una contraseña, la parte de este programa que tiene la red debe tenerla un momento. Sin esto, nunca la tiene.',
    marksImpossible:
      'Aquí no es posible: Electron {{version}} no puede escribir esas marcas. Los programas que guardan un historial del portapapeles guardan también las contraseñas. Desde Electron 44 podrás elegirlo.',
    preview: 'Mostrar el texto del portapapeles, oculto, antes de compartirlo',
    previewText: 'Cuando compartes el texto del portapapeles desde la bandeja o con su atajo.',
  },
} as const;
