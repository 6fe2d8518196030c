import { rule, type Rule, type Words } from '../problem.ts'

const ACCESS: Words = [
  'El acceso de la empresa a Meta caducó o no es válido.',
  'The company’s access to Meta has expired or is not valid.',
  'O acesso da empresa à Meta expirou ou não é válido.',
]
const PERMISSION: Words = [
  'El acceso a Meta no tiene permiso para esto.',
  'The access to Meta lacks the permission for this.',
  'O acesso à Meta não tem permissão para isto.',
]
const RECONNECT: Words = [
  'Avise a un administrador: hay que conectar de nuevo el número con un acceso válido.',
  'Tell an administrator: the number has to be connected again with a valid access.',
  'Avise um administrador: é preciso conectar o número novamente com um acesso válido.',
]
const MANY_CALLS: Words = [
  'La empresa hizo demasiadas solicitudes a Meta en poco tiempo.',
  'The company made too many requests to Meta in a short time.',
  'A empresa fez solicitações demais à Meta em pouco tempo.',
]
const META_DOWN: Words = [
  'WhatsApp tuvo un fallo pasajero.',
  'WhatsApp had a passing fault.',
  'O WhatsApp teve uma falha passageira.',
]
const UPGRADING: Words = [
  'Meta está haciendo mantenimiento en el número.',
  'Meta is doing maintenance on the number.',
  'A Meta está fazendo manutenção no número.',
]

const down = rule('platform', 'message', 'retry', META_DOWN, { repeat: 'transient' })
const upgrading = rule('platform', 'line', 'wait', UPGRADING, { repeat: 'transient' })

/** Access, permissions, Meta's own faults, and what stops a whole account (cloud-api §6). */
export const ACCESS_CODES: Readonly<Record<string, Rule>> = {
  '0': rule('company', 'line', 'administrator', ACCESS, { advice: RECONNECT }),
  '190': rule('company', 'line', 'administrator', ACCESS, { advice: RECONNECT }),
  '3': rule('company', 'app', 'administrator', PERMISSION),
  '10': rule('company', 'app', 'administrator', PERMISSION),
  '200-299': rule('company', 'app', 'administrator', PERMISSION),
  '131005': rule('company', 'app', 'administrator', PERMISSION),
  '1': down,
  '2': down,
  '131000': down,
  '131016': down,
  '133004': down,
  '131057': upgrading,
  '2494100': upgrading,
  '4': rule('company', 'app', 'wait', MANY_CALLS, { repeat: 'account' }),
  '80007': rule('company', 'account', 'wait', MANY_CALLS, { repeat: 'account' }),
  '33': rule('company', 'line', 'administrator', [
    'El número de la empresa ya no existe en Meta.',
    'The company’s number no longer exists at Meta.',
    'O número da empresa não existe mais na Meta.',
  ]),
  '368': rule(
    'company',
    'account',
    'administrator',
    [
      'Meta bloqueó por un tiempo la cuenta de la empresa por incumplir sus políticas.',
      'Meta has blocked the company’s account for a time for breaking its policies.',
      'A Meta bloqueou por um tempo a conta da empresa por violar suas políticas.',
    ],
    {
      advice: [
        'Avise a un administrador: puede ver el motivo y apelar en Meta.',
        'Tell an administrator: the reason is at Meta, and it can be appealed there.',
        'Avise um administrador: o motivo está na Meta e é possível recorrer lá.',
      ],
    },
  ),
  '131031': rule('company', 'account', 'administrator', [
    'Meta cerró el acceso a la cuenta de la empresa, o el PIN del número no coincide.',
    'Meta has locked the company’s account, or the number’s PIN does not match.',
    'A Meta bloqueou a conta da empresa, ou o PIN do número não confere.',
  ]),
  '130497': rule(
    'company',
    'account',
    'other-channel',
    [
      'Meta no permite que esta empresa escriba a personas de este país.',
      'Meta does not let this company write to people in this country.',
      'A Meta não permite que esta empresa escreva a pessoas deste país.',
    ],
    {
      advice: [
        'Pruebe por otra vía y avise a un administrador.',
        'Try another way and tell an administrator.',
        'Tente outra via e avise um administrador.',
      ],
    },
  ),
  '131042': rule('company', 'account', 'pay', [
    'Meta no puede cobrar: falta el medio de pago o fue rechazado.',
    'Meta cannot charge: the payment method is missing or was declined.',
    'A Meta não consegue cobrar: o meio de pagamento falta ou foi recusado.',
  ]),
  '131044': rule('company', 'account', 'pay', [
    'Meta no puede cobrar las llamadas: falta el medio de pago o fue rechazado.',
    'Meta cannot charge for calls: the payment method is missing or was declined.',
    'A Meta não consegue cobrar as ligações: o meio de pagamento falta ou foi recusado.',
  ]),
  '134011': rule('company', 'account', 'administrator', [
    'La empresa no aceptó las condiciones de pagos de WhatsApp.',
    'The company has not accepted WhatsApp’s terms for payments.',
    'A empresa não aceitou os termos de pagamentos do WhatsApp.',
  ]),
  '131064': rule(
    'company',
    'account',
    'wait-for-customer',
    [
      'Meta limitó los envíos de la empresa por plantillas con la categoría equivocada.',
      'Meta has limited the company’s sending because of templates in the wrong category.',
      'A Meta limitou os envios da empresa por modelos na categoria errada.',
    ],
    {
      advice: [
        'Por ahora solo se puede responder a quien escriba. Avise a un administrador.',
        'For now only those who write can be answered. Tell an administrator.',
        'Por enquanto só dá para responder a quem escrever. Avise um administrador.',
      ],
    },
  ),
  '131059': rule(
    'us',
    'message',
    'operator',
    [
      'Se pidió a Meta una página de una lista que ya no existe.',
      'A page of a list was asked of Meta that no longer exists.',
      'Foi pedida à Meta uma página de uma lista que não existe mais.',
    ],
    {
      advice: [
        'Vuelva a empezar la lista desde el principio.',
        'Start the list again from the beginning.',
        'Recomece a lista do início.',
      ],
    },
  ),
  '200005-200007': rule('company', 'account', 'administrator', [
    'Las estadísticas de plantillas no están activadas en Meta o no se pueden cambiar.',
    'Template insights are not switched on at Meta or cannot be changed.',
    'As estatísticas de modelos não estão ativadas na Meta ou não podem ser alteradas.',
  ]),
}
