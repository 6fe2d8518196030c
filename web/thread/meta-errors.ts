/** What a person can do about a message that did not arrive. */
export type NextStep = 'retry' | 'template' | 'wait' | 'admin' | 'other-way' | 'fix'
type Words = readonly [es: string, en: string, ptBr: string]
type Entry = { readonly step: NextStep; readonly cause: Words; readonly next: Words }

const e = (step: NextStep, cause: Words, next: Words): Entry => ({ step, cause, next })

const RETRY: Words = ['Reintente en un momento.', 'Try again in a moment.', 'Tente de novo em instantes.']
const ADMIN: Words = [
  'Avise a un administrador: hay que arreglarlo en la cuenta de Meta.',
  'Tell an administrator: it has to be fixed in the Meta account.',
  'Avise um administrador: é preciso corrigir na conta da Meta.',
]
const TEMPLATE: Words = [
  'Envíe una plantilla aprobada; al responder se abre otra vez la ventana.',
  'Send an approved template; the reply opens the window again.',
  'Envie um modelo aprovado; a resposta abre a janela de novo.',
]
const FIX: Words = [
  'Corrija el contenido y envíelo otra vez.',
  'Correct the content and send it again.',
  'Corrija o conteúdo e envie de novo.',
]
const OTHER: Words = [
  'Pruebe otro canal: llamada, SMS o correo.',
  'Try another way: a call, SMS or email.',
  'Tente outro canal: ligação, SMS ou e-mail.',
]
const SLOW: Words = [
  'Espere unos minutos antes de reintentar.',
  'Wait a few minutes before trying again.',
  'Espere alguns minutos antes de tentar de novo.',
]
const OTHER_TEMPLATE: Words = [
  'Elija otra plantilla o pida que la revisen.',
  'Choose another template or have this one reviewed.',
  'Escolha outro modelo ou peça que o revisem.',
]

const ACCESS: Words = [
  'El acceso a Meta caducó o no vale.',
  'The access to Meta has expired or is not valid.',
  'O acesso à Meta expirou ou não é válido.',
]
const PERMISSION: Words = [
  'La cuenta no tiene permiso para enviar esto.',
  'The account is not allowed to send this.',
  'A conta não tem permissão para enviar isto.',
]
const META_DOWN: Words = [
  'WhatsApp tuvo un fallo pasajero.',
  'WhatsApp had a passing fault.',
  'O WhatsApp teve uma falha passageira.',
]
const TOO_FAST: Words = [
  'Se envió demasiado rápido para los límites de Meta.',
  'Sent too fast for Meta’s limits.',
  'Envio rápido demais para os limites da Meta.',
]
const PARAMETERS: Words = [
  'Los datos de la plantilla no encajan con la versión aprobada.',
  'The template’s values do not match the approved version.',
  'Os dados do modelo não correspondem à versão aprovada.',
]
const REGISTRATION: Words = [
  'El número no está registrado en la API de WhatsApp.',
  'The number is not registered with WhatsApp’s API.',
  'O número não está registrado na API do WhatsApp.',
]

/** Meta's error codes in plain words (cloud-api §6, compiled 2026-11-22): the cause and the next step. */
export const META_ERRORS: Readonly<Record<string, Entry>> = {
  0: e('admin', ACCESS, ADMIN),
  1: e('retry', META_DOWN, RETRY),
  2: e('retry', META_DOWN, RETRY),
  3: e('admin', PERMISSION, ADMIN),
  4: e('wait', TOO_FAST, SLOW),
  10: e('admin', PERMISSION, ADMIN),
  33: e(
    'admin',
    ['El número de la empresa fue eliminado.', 'The business number was deleted.', 'O número da empresa foi excluído.'],
    ADMIN,
  ),
  100: e(
    'fix',
    [
      'Meta no aceptó un dato del mensaje.',
      'Meta did not accept a part of the message.',
      'A Meta não aceitou um dado da mensagem.',
    ],
    FIX,
  ),
  190: e('admin', ACCESS, ADMIN),
  368: e(
    'admin',
    [
      'Meta bloqueó la cuenta por sus políticas.',
      'Meta blocked the account under its policies.',
      'A Meta bloqueou a conta por suas políticas.',
    ],
    ADMIN,
  ),
  80007: e('wait', TOO_FAST, SLOW),
  130429: e('wait', TOO_FAST, SLOW),
  130472: e(
    'other-way',
    [
      'Meta incluyó a esta persona en una prueba y no entrega marketing.',
      'Meta has this person in an experiment and delivers no marketing.',
      'A Meta incluiu esta pessoa em um teste e não entrega marketing.',
    ],
    OTHER,
  ),
  130497: e(
    'admin',
    [
      'La empresa no puede escribir a este país.',
      'The business may not message this country.',
      'A empresa não pode escrever para este país.',
    ],
    ADMIN,
  ),
  131000: e('retry', META_DOWN, RETRY),
  131005: e('admin', PERMISSION, ADMIN),
  131008: e('fix', ['Falta un dato obligatorio.', 'A required value is missing.', 'Falta um dado obrigatório.'], FIX),
  131009: e(
    'fix',
    [
      'Un valor no es válido para WhatsApp.',
      'A value is not valid for WhatsApp.',
      'Um valor não é válido para o WhatsApp.',
    ],
    FIX,
  ),
  131016: e('retry', META_DOWN, RETRY),
  131021: e(
    'fix',
    [
      'El destinatario es el mismo número que envía.',
      'The recipient is the sending number itself.',
      'O destinatário é o mesmo número que envia.',
    ],
    ['Escriba a otro número.', 'Write to another number.', 'Escreva para outro número.'],
  ),
  131026: e(
    'other-way',
    [
      'El número no tiene WhatsApp, usa una versión muy antigua o no aceptó los términos.',
      'The number has no WhatsApp, runs a very old version or has not accepted the terms.',
      'O número não tem WhatsApp, usa uma versão muito antiga ou não aceitou os termos.',
    ],
    OTHER,
  ),
  131030: e(
    'admin',
    [
      'El número de prueba solo escribe a destinatarios autorizados.',
      'The test number writes only to listed recipients.',
      'O número de teste só escreve a destinatários autorizados.',
    ],
    ADMIN,
  ),
  131031: e('admin', ['Meta bloqueó la cuenta.', 'Meta has locked the account.', 'A Meta bloqueou a conta.'], ADMIN),
  131037: e(
    'admin',
    [
      'Al número le falta un nombre aprobado.',
      'The number has no approved display name.',
      'Falta ao número um nome aprovado.',
    ],
    ADMIN,
  ),
  131042: e(
    'admin',
    [
      'Hay un problema con el pago de la cuenta de Meta.',
      'There is a payment problem in the Meta account.',
      'Há um problema de pagamento na conta da Meta.',
    ],
    ADMIN,
  ),
  131045: e('admin', REGISTRATION, ADMIN),
  131047: e(
    'template',
    [
      'Pasaron más de 24 horas desde el último mensaje del cliente.',
      'More than 24 hours have passed since the customer last wrote.',
      'Passaram mais de 24 horas desde a última mensagem do cliente.',
    ],
    TEMPLATE,
  ),
  131048: e(
    'wait',
    [
      'Meta frenó los envíos: muchos mensajes se marcaron como no deseados.',
      'Meta slowed sending: many messages were marked as spam.',
      'A Meta freou os envios: muitas mensagens foram marcadas como spam.',
    ],
    ADMIN,
  ),
  131049: e(
    'wait',
    [
      'Meta limita el marketing que recibe esta persona.',
      'Meta limits the marketing this person receives.',
      'A Meta limita o marketing que esta pessoa recebe.',
    ],
    [
      'Espere al menos 24 horas, o escriba cuando el cliente lo haga.',
      'Wait at least 24 hours, or write when the customer does.',
      'Espere ao menos 24 horas, ou escreva quando o cliente escrever.',
    ],
  ),
  131050: e(
    'other-way',
    [
      'La persona pidió no recibir marketing de esta empresa.',
      'The person stopped marketing from this business.',
      'A pessoa pediu para não receber marketing desta empresa.',
    ],
    ['No insista: respete la baja.', 'Do not insist: respect the opt-out.', 'Não insista: respeite a saída.'],
  ),
  131051: e(
    'fix',
    [
      'WhatsApp no admite este tipo de mensaje.',
      'WhatsApp does not support this kind of message.',
      'O WhatsApp não aceita este tipo de mensagem.',
    ],
    [
      'Envíelo de otra forma, por ejemplo como texto.',
      'Send it another way, for example as text.',
      'Envie de outra forma, por exemplo como texto.',
    ],
  ),
  131052: e(
    'fix',
    ['No se pudo descargar el archivo.', 'The file could not be downloaded.', 'Não foi possível baixar o arquivo.'],
    ['Vuelva a adjuntar el archivo.', 'Attach the file again.', 'Anexe o arquivo de novo.'],
  ),
  131053: e(
    'fix',
    ['WhatsApp no aceptó el archivo.', 'WhatsApp did not accept the file.', 'O WhatsApp não aceitou o arquivo.'],
    [
      'Conviértalo (JPG, PNG, MP4, PDF) y adjúntelo otra vez.',
      'Convert it (JPG, PNG, MP4, PDF) and attach it again.',
      'Converta (JPG, PNG, MP4, PDF) e anexe de novo.',
    ],
  ),
  131056: e(
    'wait',
    [
      'Demasiados mensajes seguidos a esta persona.',
      'Too many messages in a row to this person.',
      'Mensagens demais seguidas para esta pessoa.',
    ],
    SLOW,
  ),
  131057: e(
    'wait',
    ['Meta está actualizando la cuenta.', 'Meta is upgrading the account.', 'A Meta está atualizando a conta.'],
    SLOW,
  ),
  131062: e(
    'other-way',
    [
      'Este mensaje solo puede ir a un número de teléfono, y no lo conocemos.',
      'This message can go only to a phone number, and we do not know it.',
      'Esta mensagem só pode ir a um número de telefone, e não o conhecemos.',
    ],
    ['Pida el teléfono al cliente.', 'Ask the customer for the phone number.', 'Peça o telefone ao cliente.'],
  ),
  131063: e(
    'admin',
    [
      'El marketing no está habilitado en este número.',
      'Marketing is not enabled on this number.',
      'O marketing não está habilitado neste número.',
    ],
    ADMIN,
  ),
  131064: e(
    'admin',
    [
      'Meta limitó la cuenta por usar mal las categorías de plantillas.',
      'Meta limited the account for misusing template categories.',
      'A Meta limitou a conta por mau uso das categorias de modelos.',
    ],
    ADMIN,
  ),
  132000: e('template', PARAMETERS, FIX),
  132001: e(
    'template',
    [
      'La plantilla no existe en ese idioma o no está aprobada.',
      'The template does not exist in that language or is not approved.',
      'O modelo não existe nesse idioma ou não foi aprovado.',
    ],
    OTHER_TEMPLATE,
  ),
  132005: e(
    'template',
    [
      'El texto completo de la plantilla es demasiado largo.',
      'The filled template is too long.',
      'O texto completo do modelo é longo demais.',
    ],
    FIX,
  ),
  132007: e(
    'template',
    [
      'La plantilla incumple las políticas de WhatsApp.',
      'The template breaks WhatsApp’s policies.',
      'O modelo viola as políticas do WhatsApp.',
    ],
    OTHER_TEMPLATE,
  ),
  132008: e('template', PARAMETERS, FIX),
  132012: e('template', PARAMETERS, FIX),
  132015: e(
    'template',
    [
      'Meta pausó la plantilla por baja calidad.',
      'Meta paused the template for low quality.',
      'A Meta pausou o modelo por baixa qualidade.',
    ],
    OTHER_TEMPLATE,
  ),
  132016: e(
    'template',
    ['Meta desactivó la plantilla.', 'Meta disabled the template.', 'A Meta desativou o modelo.'],
    OTHER_TEMPLATE,
  ),
  132018: e('template', PARAMETERS, FIX),
  132068: e(
    'admin',
    [
      'El formulario está bloqueado por Meta.',
      'The form is blocked by Meta.',
      'O formulário está bloqueado pela Meta.',
    ],
    ADMIN,
  ),
  132069: e(
    'wait',
    [
      'El formulario tiene un límite temporal de Meta.',
      'The form is throttled by Meta.',
      'O formulário está limitado pela Meta.',
    ],
    SLOW,
  ),
  133004: e('retry', META_DOWN, RETRY),
  133010: e('admin', REGISTRATION, ADMIN),
  135000: e(
    'fix',
    [
      'WhatsApp no pudo con el contenido del mensaje.',
      'WhatsApp could not handle the message’s content.',
      'O WhatsApp não pôde processar o conteúdo da mensagem.',
    ],
    FIX,
  ),
  137000: e(
    'other-way',
    [
      'La identidad de la persona cambió: puede ser otro teléfono.',
      'The person’s identity changed: it may be another phone.',
      'A identidade da pessoa mudou: pode ser outro telefone.',
    ],
    [
      'Verifique con quién habla antes de seguir.',
      'Verify who you are talking to before going on.',
      'Verifique com quem fala antes de continuar.',
    ],
  ),
  2494100: e('wait', ['Meta está en mantenimiento.', 'Meta is under maintenance.', 'A Meta está em manutenção.'], SLOW),
}
