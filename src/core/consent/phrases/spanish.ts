import { any, maybe, type Phrases, rule } from './grammar.ts'

// "Mensajes" are everything, "publicidad" is marketing.
const ALL = any(
  'mensajes?',
  'whats?apps?',
  'wasaps?',
  'notificaciones',
  'comunicaciones',
  'correos',
  'informacion',
  'info',
  'nada',
  'avisos',
)
const ADS = any(
  'publicidad',
  'propaganda',
  'promociones',
  'promos?',
  'ofertas?',
  'anuncios?',
  'spam',
  'mensajes (?:publicitarios|promocionales|comerciales|de publicidad|de promociones|de ofertas)',
)
const WHICH = maybe('mas ', 'sus ', 'tus ', 'tantos? ', 'estos ', 'esta ', 'este tipo de ', 'ningun tipo de ').repeat(2)
const TAIL = maybe(
  ' mas',
  ' nunca mas',
  ' de ustedes',
  ' suyos',
  ' (?:por|en) (?:aqui|aca|whats?app|este (?:medio|numero|canal))',
  ' a (?:este|mi) (?:numero|celular|movil|telefono)',
).repeat(2)
const VERB = any(
  'env(?:ie|ies|ien|iar|iarme)',
  'mand(?:e|es|en|ar|arme|eis)',
  'escrib(?:a|as|an|ir|irme|ais)',
  'contact(?:e|es|en|ar|arme)',
  'molest(?:e|es|en|ar|arme)',
  'llam(?:e|es|en|ar|arme)',
  'lleguen?',
)
const spanish = (object: string): readonly string[] => [
  `(?:ya )?no (?:quiero|quisiera|deseo|queremos)(?: seguir)? (?:mas )?(?:recib(?:ir|iendo) |que me ${VERB} )?${WHICH}${object}${TAIL}`,
  `(?:ya )?no me (?:sigan? )?${VERB} ${WHICH}${object}${TAIL}`,
  `(?:(?:me )?(?:pueden|puede|podrian|podria) )?(?:deja|deje|dejen|dejad|dejar|paren?|para) de (?:${VERB})(?:me)? ${WHICH}${object}${TAIL}`,
  `(?:basta de|no mas) (?:mas )?(?:de )?${WHICH}${object}${TAIL}`,
  `(?:dejar de recibir|detener|parar|cancelar|no recibir(?: mas)?) ${WHICH}${object}${TAIL}`,
]

export const SPANISH: Phrases = {
  keywords: [
    // "No más, gracias" answers "¿algo más?"; the bare words do not.
    { language: 'es', of: 'all', says: /^no mas$/ },
    rule(
      'es',
      'all',
      '(?:la )?baja',
      '(?:baja ){1,3}baja',
      'pare',
      'paren',
      'desuscribir(?:me|se)?',
      'desuscribeme',
      'desinscribir(?:me)?',
      'no molest(?:ar|en|e|es)',
      'stop baja',
      'baja stop',
    ),
  ],
  sentences: [
    rule('es', 'marketing', ...spanish(ADS)),
    rule(
      'es',
      'all',
      ...spanish(ALL),
      `(?:(?:quiero|quisiera|deseo|necesito|solicito|me pueden|me puede|pueden|puede|podrian) )?(?:dar(?:me|nos|se)?|da(?:me|nos)|de(?:me|nos)|den(?:me|nos)|dadme|me dan|me da|me des|me den) de baja(?: (?:de la lista|de esta lista|de su lista|de las notificaciones|de los mensajes|de whats?app))?\\??`,
      '(?:quiero|deseo|solicito|pido) (?:la|mi) baja',
      '(?:cancelar|anular|cancela|cancelen|anulen)(?: la| mi)? (?:suscripcion|inscripcion)',
      '(?:quiten|quita|quite|saquen|saca|saque|borren|borra|borre|eliminen|elimina|elimine)me de (?:la|su|sus|esta|tu) (?:listas?|base(?: de datos)?)',
      '(?:eliminar|borrar|quitar|sacar)(?:me)? de (?:la|su|esta) lista',
      `(?:ya )?no (?:quiero|deseo) que me ${VERB}${TAIL}`,
      `(?:ya )?no me (?:escriban?|escribas|contacten?|contactes|molesten?|molestes)${TAIL}`,
      `(?:deja|deje|dejen|dejad|paren?) de (?:escribirme|molestar(?:me)?|contactarme)${TAIL}`,
      `(?:ya )?no (?:quiero|deseo) (?:seguir recibiendo|recibir mas)`,
    ),
  ],
  signUps: rule(
    'es',
    'all',
    '(?:el )?alta',
    'dar(?:me)? de alta',
    'quiero darme de alta',
    'suscribir(?:me)?',
    'suscribeme',
    'si acepto recibir (?:mensajes|promociones)',
  ),
  returns: rule('es', 'all', 'volver', 'reanudar', 'reactivar'),
}
