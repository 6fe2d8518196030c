import { rule, type Rule, type Words } from '../problem.ts'

const NOT_REGISTERED: Words = [
  'El número de la empresa no está registrado en WhatsApp.',
  'The company’s number is not registered with WhatsApp.',
  'O número da empresa não está registrado no WhatsApp.',
]
const MARKETING_API: Words = [
  'La API de marketing de Meta no admite este mensaje en esta cuenta.',
  'Meta’s marketing API does not take this message from this account.',
  'A API de marketing da Meta não aceita esta mensagem nesta conta.',
]

/** What a message meets on its way to one person (cloud-api §6, §4.4). */
export const SENDING_CODES: Readonly<Record<string, Rule>> = {
  '100': rule('content', 'message', 'correct', [
    'WhatsApp no aceptó uno de los datos del mensaje.',
    'WhatsApp did not accept one of the message’s values.',
    'O WhatsApp não aceitou um dos dados da mensagem.',
  ]),
  '131008': rule('content', 'message', 'correct', [
    'Al mensaje le falta un dato obligatorio.',
    'The message lacks a required value.',
    'Falta um dado obrigatório na mensagem.',
  ]),
  '131009': rule('content', 'message', 'correct', [
    'Uno de los datos del mensaje no es válido para WhatsApp.',
    'One of the message’s values is not valid for WhatsApp.',
    'Um dos dados da mensagem não é válido para o WhatsApp.',
  ]),
  '135000': rule('content', 'message', 'correct', [
    'WhatsApp no pudo procesar el contenido de este mensaje.',
    'WhatsApp could not handle the content of this message.',
    'O WhatsApp não conseguiu processar o conteúdo desta mensagem.',
  ]),
  '131051': rule(
    'content',
    'message',
    'correct',
    [
      'WhatsApp no admite este tipo de mensaje.',
      'WhatsApp does not support this kind of message.',
      'O WhatsApp não aceita este tipo de mensagem.',
    ],
    {
      advice: [
        'Dígalo de otra forma, por ejemplo como texto.',
        'Say it another way, for example as text.',
        'Diga de outra forma, por exemplo como texto.',
      ],
    },
  ),
  '131052': rule(
    'content',
    'message',
    'correct',
    ['El archivo no se pudo descargar.', 'The file could not be downloaded.', 'Não foi possível baixar o arquivo.'],
    {
      advice: [
        'Adjunte de nuevo el archivo; si era de la persona, pídale que lo reenvíe.',
        'Attach the file again; if it was the person’s, ask them to send it once more.',
        'Anexe o arquivo de novo; se era da pessoa, peça que reenvie.',
      ],
    },
  ),
  '131053': rule(
    'content',
    'message',
    'correct',
    [
      'WhatsApp no aceptó el archivo: por su formato, tamaño o códec.',
      'WhatsApp did not accept the file: its format, size or codec.',
      'O WhatsApp não aceitou o arquivo: pelo formato, tamanho ou codec.',
    ],
    {
      advice: [
        'Conviértalo (JPG, PNG, MP4, PDF) y adjúntelo otra vez.',
        'Convert it (JPG, PNG, MP4, PDF) and attach it again.',
        'Converta (JPG, PNG, MP4, PDF) e anexe de novo.',
      ],
    },
  ),
  '131021': rule(
    'content',
    'contact',
    'stop',
    [
      'El destinatario es el mismo número que envía.',
      'The recipient is the sending number itself.',
      'O destinatário é o mesmo número que envia.',
    ],
    { advice: ['Escriba a otro número.', 'Write to another number.', 'Escreva para outro número.'] },
  ),
  '131026': rule('customer', 'contact', 'other-channel', [
    'No se pudo entregar: ese número no tiene WhatsApp, lo tiene muy antiguo o no aceptó sus condiciones.',
    'It could not be delivered: that number has no WhatsApp, a very old one, or has not accepted its terms.',
    'Não foi possível entregar: esse número não tem WhatsApp, tem uma versão muito antiga ou não aceitou os termos.',
  ]),
  '131030': rule('company', 'line', 'administrator', [
    'El número de prueba de Meta solo puede escribir a los destinatarios de su lista.',
    'Meta’s test number can only write to the recipients on its list.',
    'O número de teste da Meta só pode escrever aos destinatários da sua lista.',
  ]),
  '131037': rule('company', 'line', 'administrator', [
    'El número de la empresa aún no tiene un nombre aprobado por Meta.',
    'The company’s number has no display name approved by Meta yet.',
    'O número da empresa ainda não tem um nome aprovado pela Meta.',
  ]),
  '131045': rule('company', 'line', 'administrator', NOT_REGISTERED),
  '133010': rule('company', 'line', 'administrator', NOT_REGISTERED),
  '131047': rule('customer', 'contact', 'template', [
    'Pasaron más de 24 horas desde el último mensaje de la persona.',
    'More than 24 hours have passed since the person last wrote.',
    'Passaram mais de 24 horas desde a última mensagem da pessoa.',
  ]),
  '131048': rule(
    'company',
    'line',
    'wait-for-customer',
    [
      'Meta frenó este número: muchas personas bloquearon o denunciaron sus mensajes.',
      'Meta has slowed this number down: many people blocked or reported its messages.',
      'A Meta freou este número: muitas pessoas bloquearam ou denunciaram suas mensagens.',
    ],
    {
      advice: [
        'Por ahora responda solo a quien escriba y avise a un administrador.',
        'For now answer only those who write, and tell an administrator.',
        'Por enquanto responda só a quem escrever e avise um administrador.',
      ],
    },
  ),
  '131049': rule('platform', 'contact', 'wait-a-day', [
    'Meta no lo entregó: esta persona ya recibió bastante publicidad de distintas empresas.',
    'Meta did not deliver it: this person has had enough marketing from several businesses.',
    'A Meta não entregou: esta pessoa já recebeu bastante publicidade de várias empresas.',
  ]),
  '131050': rule('customer', 'contact', 'stop', [
    'La persona pidió en WhatsApp no recibir más publicidad de esta empresa.',
    'The person asked WhatsApp for no more marketing from this company.',
    'A pessoa pediu no WhatsApp para não receber mais publicidade desta empresa.',
  ]),
  '130472': rule('platform', 'contact', 'other-channel', [
    'Meta tiene a esta persona en un experimento y no le entrega publicidad.',
    'Meta has this person in an experiment and delivers no marketing to them.',
    'A Meta incluiu esta pessoa em um experimento e não lhe entrega publicidade.',
  ]),
  '130429': rule(
    'us',
    'line',
    'wait',
    [
      'El número envió más mensajes por segundo de los que Meta permite.',
      'The number sent more messages a second than Meta allows.',
      'O número enviou mais mensagens por segundo do que a Meta permite.',
    ],
    { repeat: 'throughput' },
  ),
  '131056': rule(
    'us',
    'contact',
    'wait',
    [
      'Fueron demasiados mensajes seguidos a esta persona.',
      'Too many messages went to this person in a row.',
      'Foram mensagens demais seguidas para esta pessoa.',
    ],
    { repeat: 'pair' },
  ),
  '131055': rule('company', 'account', 'administrator', MARKETING_API),
  '134100-134102': rule('company', 'account', 'administrator', MARKETING_API),
  '131063': rule('company', 'account', 'administrator', [
    'La empresa desactivó la publicidad en esta vía de WhatsApp.',
    'The company has switched marketing off on this way into WhatsApp.',
    'A empresa desativou a publicidade nesta via do WhatsApp.',
  ]),
  '131062': rule(
    'customer',
    'contact',
    'wait-for-customer',
    [
      'Este mensaje necesita el teléfono de la persona, y WhatsApp lo oculta.',
      'This message needs the person’s phone number, and WhatsApp hides it.',
      'Esta mensagem precisa do telefone da pessoa, e o WhatsApp o oculta.',
    ],
    {
      advice: [
        'Pídale su número de teléfono.',
        'Ask the person for the phone number.',
        'Peça à pessoa o número de telefone.',
      ],
    },
  ),
  '137000': rule(
    'customer',
    'contact',
    'wait-for-customer',
    [
      'La identidad de esta persona cambió: puede que el número tenga otro dueño.',
      'This person’s identity changed: the number may have a new owner.',
      'A identidade desta pessoa mudou: o número pode ter outro dono.',
    ],
    {
      advice: [
        'Compruebe con quién habla antes de seguir.',
        'Make sure who you are talking to before going on.',
        'Confirme com quem fala antes de continuar.',
      ],
    },
  ),
  '139200': rule('company', 'account', 'template', [
    'Meta no permite a esta cuenta enviar avisos sin plantilla.',
    'Meta does not let this account send notifications without a template.',
    'A Meta não permite que esta conta envie avisos sem modelo.',
  ]),
}
