import type { Words } from './words.ts';

export const es: Words = {
  title: 'Un mensaje sellado',
  footer: 'Se abre dentro de tu navegador. Ni el secreto ni la contraseña se envían a ningún sitio.',

  sealed: {
    title: 'Un mensaje sellado para ti',
    lead: 'Se abre con una contraseña que debe llegarte por otra vía: en una llamada, en un chat, en persona.',
    show: 'Mostrar el secreto',
    fetching: 'Trayéndolo…',
    note: 'Ten la contraseña a mano: muchos secretos solo pueden mostrarse una vez, y tu clic cuenta aunque luego te vayas. Hasta ahora no se ha abierto nada.',
  },
  unverified: {
    title: '¿De quién es?',
    before: 'Esta página no puede saberlo. Si no esperas nada, pregunta a quien creas antes de seguir.',
    after:
      'Esta página no puede saberlo. Si el texto te pide pagar, iniciar sesión en algún sitio o pasar un código, pregunta antes a quien lo envía, por una vía que ya conozcas.',
  },

  locked: {
    title: 'Ahora, la contraseña',
    lead: 'El mensaje está en esta página, todavía sellado. La contraseña lo abre aquí y no se envía a ningún sitio.',
    label: 'Contraseña',
    reveal: 'Mostrar la contraseña',
    conceal: 'Ocultar la contraseña',
    open: 'Abrir',
    opening: 'Abriendo…',
    last: 'El servicio ya borró su copia: la única está en esta página. No la cierres hasta haberlo leído.',
    more: {
      one: 'Después de esta vez, se puede mostrar una vez más.',
      other: 'Después de esta vez, se puede mostrar {count} veces más.',
    },
    unlimited: 'Se puede volver a mostrar con el mismo enlace.',
    empty: 'Escribe la contraseña que te dieron.',
    wrong: 'Esa contraseña no lo abre.',
    spelling: 'Fíjate en las mayúsculas y minúsculas, y en los guiones.',
    spaces: 'Hay un espacio al principio o al final: prueba sin él.',
    free: 'Probar de nuevo no gasta nada.',
  },

  read: {
    title: 'El secreto',
    region: 'El texto del secreto',
    copy: 'Copiar',
    copied: 'Copiado',
    copiedAloud: 'Copiado. Se queda en tu portapapeles hasta que copies otra cosa.',
    copyFailed: 'Tu navegador no permite copiar. El texto está seleccionado: cópialo a mano.',
    save: 'Guardar como archivo',
    fileName: 'secreto.txt',
    cut: 'El texto es largo: se muestran {shown} de {total} caracteres. Al copiar o guardar se toma entero.',
    sealedOn: 'Sellado el {moment}, según el reloj de quien lo envía.',
    last: 'Ya no está en el servicio. Guárdalo en un lugar seguro antes de cerrar esta página.',
    clear: 'Vaciar esta página',
  },
  cleared: {
    title: 'Aquí ya no queda nada',
    lead: 'El secreto ya no está en esta página. Puedes cerrarla.',
  },

  unknown: {
    title: 'Este enlace no lleva a ninguna parte',
    lead: 'El servicio no conoce este mensaje. Quizá el enlace se cortó al pasarlo. Pide que te lo envíen otra vez, entero.',
  },
  expired: {
    title: 'Este mensaje ha caducado',
    lead: 'Quien lo envió le puso un plazo, y ya pasó. El servicio lo ha borrado. Si aún lo necesitas, pide uno nuevo.',
  },
  exhausted: {
    title: 'Este mensaje ya se ha usado',
    lead: 'Se ha mostrado tantas veces como permitió quien lo envió, y el servicio lo ha borrado.',
    note: 'Si tú nunca lo abriste, avisa ahora a quien lo envió: alguien más tenía este enlace. Sin la contraseña no pudo leerlo.',
  },
  deleted: {
    title: 'Este mensaje fue eliminado',
    lead: 'Quien lo envió lo retiró, y el servicio lo ha borrado. Si aún lo necesitas, pide uno nuevo.',
  },
  noLink: {
    title: 'Aquí no hay nada que abrir',
    lead: 'Este es un lugar para mensajes sellados. Para abrir uno, usa entero el enlace que te enviaron.',
  },
  offline: {
    title: 'No tienes conexión',
    lead: 'No se ha abierto ni gastado nada. Conéctate a una red e inténtalo de nuevo.',
  },
  unreachable: {
    title: 'El servicio no responde',
    lead: 'Puede estar apagado o fuera de alcance. Inténtalo de nuevo en un momento.',
    note: 'Si la conexión se cortó después de pulsar, puede haber contado como mostrado.',
  },
  limited: {
    title: 'Demasiadas solicitudes desde aquí',
    lead: 'No se ha gastado nada. El servicio aceptará más desde tu red a las {time}.',
  },
  failed: {
    title: 'Algo falló en el servicio',
    lead: 'No es culpa tuya. Inténtalo de nuevo en un momento; si sigue igual, avisa a quien lo envió.',
  },
  damaged: {
    title: 'Este mensaje está dañado',
    lead: 'Lo que entregó el servicio no es un mensaje sellado entero, y ninguna contraseña lo abrirá. Pide uno nuevo.',
  },
  unreadable: {
    title: 'Esta página no sabe leer ese mensaje',
    lead: 'La contraseña es correcta, pero el mensaje se hizo de una forma que esta página no conoce. Pide que lo escriban de nuevo.',
  },
  again: 'Intentar de nuevo',
};
