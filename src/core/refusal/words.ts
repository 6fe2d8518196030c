import { type Language, LANGUAGES } from '#base/language.ts'
import { CONTACT_WORDS } from './contact-words.ts'
import { FILE_WORDS } from './file-words.ts'
import type { Refusal, RefusalCode } from './refusal.ts'
import { TEMPLATE_WORDS } from './template-words.ts'

/** One plain sentence per refusal: what is wrong, and where it helps, what to do. In es, en, pt-BR. */
export const WORDS: Readonly<Record<RefusalCode, readonly [es: string, en: string, ptBr: string]>> = {
  ...CONTACT_WORDS,
  ...FILE_WORDS,
  ...TEMPLATE_WORDS,
  'budget-exhausted': [
    'El presupuesto del mes está gastado y detiene estos envíos; un administrador puede subir su límite.',
    'The month’s budget is spent and stops such messages; an administrator can raise its limit.',
    'O orçamento do mês está esgotado e impede esses envios; um administrador pode aumentar o limite.',
  ],
  'rate-line-invalid': [
    'Una línea del archivo de tarifas no vale; no se guardó nada.',
    'A line of the file of rates is not valid; nothing was kept.',
    'Uma linha do arquivo de tarifas não é válida; nada foi guardado.',
  ],
  'window-closed': [
    'La ventana de 24 horas está cerrada: solo se puede enviar una plantilla aprobada.',
    'The 24-hour window is closed: only an approved template can be sent.',
    'A janela de 24 horas está fechada: só é possível enviar um modelo aprovado.',
  ],
  'contact-outside-hours': [
    'Fuera del horario en que se puede contactar a esta persona.',
    'Outside the hours in which this person may be contacted.',
    'Fora do horário em que esta pessoa pode ser contatada.',
  ],
  'contact-on-closed-day': [
    'En este día de la semana no se puede contactar a esta persona.',
    'This person may not be contacted on this day of the week.',
    'Neste dia da semana esta pessoa não pode ser contatada.',
  ],
  'contact-on-holiday': [
    'Hoy es festivo para esta persona: no se la puede contactar.',
    'Today is a holiday for this person: they may not be contacted.',
    'Hoje é feriado para esta pessoa: ela não pode ser contatada.',
  ],
  'contacted-today': [
    'Ya se contactó a esta persona hoy tantas veces como se permite.',
    'This person was contacted as often as allowed today.',
    'Esta pessoa já foi contatada hoje tantas vezes quanto permitido.',
  ],
  'contacted-this-week': [
    'Ya se contactó a esta persona en siete días tantas veces como se permite.',
    'This person was contacted as often as allowed within seven days.',
    'Esta pessoa já foi contatada em sete dias tantas vezes quanto permitido.',
  ],
  'contacted-lately': [
    'Hace demasiado poco que se contactó a esta persona.',
    'It is too soon after this person was last contacted.',
    'Faz pouco tempo que esta pessoa foi contatada.',
  ],
  'contacted-elsewhere': [
    'A esta persona se la contactó por otro canal en los últimos siete días.',
    'This person was contacted on another channel within the last seven days.',
    'Esta pessoa foi contatada por outro canal nos últimos sete dias.',
  ],
  'not-away': [
    'Ya es horario de atención, o no hay mensaje de ausencia.',
    'It is within opening hours, or there is no away message.',
    'Já é horário de atendimento, ou não há mensagem de ausência.',
  ],
  'hours-overlap': [
    'Un tramo del horario termina antes de empezar o se cruza con otro.',
    'A stretch of the hours ends before it begins or crosses another.',
    'Um período do horário termina antes de começar ou cruza outro.',
  ],
  'do-not-contact': [
    'Esta persona está en la lista de no contactar.',
    'This person is on the do-not-contact list.',
    'Esta pessoa está na lista de não contatar.',
  ],
  'consent-missing': [
    'Esta persona no ha dado su permiso para mensajes de este tipo.',
    'This person has not agreed to messages of this kind.',
    'Esta pessoa não deu permissão para mensagens deste tipo.',
  ],
  'consent-withdrawn': [
    'Esta persona pidió no recibir mensajes de este tipo.',
    'This person asked for no messages of this kind.',
    'Esta pessoa pediu para não receber mensagens deste tipo.',
  ],
  'reach-used-up': [
    'Se alcanzó el límite de Meta de personas a las que se puede escribir primero en 24 horas.',
    'Meta’s limit of people who may be written to first within 24 hours is reached.',
    'Foi atingido o limite da Meta de pessoas às quais se pode escrever primeiro em 24 horas.',
  ],
  'marketing-not-delivered': [
    'Meta no entrega publicidad en el país de esta persona.',
    'Meta delivers no marketing in the country of this person.',
    'A Meta não entrega publicidade no país desta pessoa.',
  ],
  'line-banned': [
    'Meta desactivó la cuenta de este número: nada puede salir.',
    'Meta disabled the account of this number: nothing can leave.',
    'A Meta desativou a conta deste número: nada pode sair.',
  ],
  'line-restricted': [
    'Meta restringió los envíos de este número.',
    'Meta restricted what this number may send.',
    'A Meta restringiu os envios deste número.',
  ],
  'conversation-taken': [
    'Solo quien tiene asignada la conversación puede escribir en ella.',
    'Only the agent who has the conversation may write in it.',
    'Só quem tem a conversa atribuída pode escrever nela.',
  ],
  'no-address': [
    'No conocemos ninguna dirección de este contacto a la que se pueda enviar.',
    'We know no address of this contact to send to.',
    'Não conhecemos nenhum endereço deste contato para enviar.',
  ],
  'line-disconnected': [
    'El número está desconectado: un administrador debe conectarlo de nuevo.',
    'The number is disconnected: an administrator has to connect it again.',
    'O número está desconectado: um administrador precisa conectá-lo novamente.',
  ],
  'line-paused': [
    'El número está en pausa: un administrador ha detenido los envíos; lo que está en cola saldrá cuando los reanude.',
    'The number is paused: an administrator has stopped sending; what is queued leaves when it is resumed.',
    'O número está em pausa: um administrador interrompeu os envios; o que está na fila sairá quando forem retomados.',
  ],
  'line-cannot-move': [
    'El número todavía no se puede mover a otra cuenta de WhatsApp.',
    'The number cannot move to another WhatsApp account yet.',
    'O número ainda não pode ir para outra conta do WhatsApp.',
  ],
  'step-missing': [
    'Antes hace falta otro paso de la guía.',
    'Another step of the guide comes first.',
    'Antes falta outro passo do guia.',
  ],
  'pin-needed': [
    'El número tiene la verificación en dos pasos: escriba su PIN. Si nadie lo sabe, cámbielo o quítelo en el administrador de WhatsApp de Meta.',
    'The number has two-step verification: type its PIN. If nobody knows it, change it or turn it off in Meta’s WhatsApp Manager.',
    'O número tem a verificação em duas etapas: digite o PIN. Se ninguém sabe, mude-o ou desative-a no gerenciador do WhatsApp da Meta.',
  ],
  'pin-weak': [
    'Ese PIN se adivina: elija seis cifras que no sean todas iguales ni seguidas.',
    'That PIN is easily guessed: choose six digits that are not alike and not in a row.',
    'Esse PIN é fácil de adivinhar: escolha seis algarismos que não sejam iguais nem em sequência.',
  ],
  'attempts-spent': [
    'Un intento más contaría contra el número: espere hasta la hora indicada.',
    'One more try would count against the number: wait until the time given.',
    'Mais uma tentativa contaria contra o número: espere até a hora indicada.',
  ],
  'token-insufficient': [
    'Al acceso le faltan permisos para administrar el número o enviar mensajes.',
    'The access lacks permissions to manage the number or to send messages.',
    'Faltam ao acesso permissões para administrar o número ou enviar mensagens.',
  ],
  'site-unreachable': [
    'No se pudo leer ese sitio web; pegue su texto.',
    'That web site could not be read; paste its text.',
    'Não foi possível ler esse site; cole o texto dele.',
  ],
  'platform-refused': ['Meta no lo aceptó.', 'Meta did not accept it.', 'A Meta não aceitou.'],
  'message-not-waiting': [
    'Ya no se puede cancelar: el mensaje ya no espera en la cola.',
    'It can no longer be cancelled: the message does not wait in the queue any more.',
    'Não dá mais para cancelar: a mensagem não espera mais na fila.',
  ],
  'not-its-author': [
    'Solo quien lo escribió o un supervisor puede cancelar este mensaje.',
    'Only whoever wrote it or a supervisor can cancel this message.',
    'Só quem a escreveu ou um supervisor pode cancelar esta mensagem.',
  ],
  'content-not-sendable': [
    'Este tipo de mensaje no se puede enviar por este canal.',
    'This kind of message cannot be sent on this channel.',
    'Este tipo de mensagem não pode ser enviado por este canal.',
  ],
  'text-empty': ['El texto está vacío.', 'The text is empty.', 'O texto está vazio.'],
  'text-too-long': ['El texto es demasiado largo.', 'The text is too long.', 'O texto é longo demais.'],
  'caption-too-long': [
    'El texto del archivo es demasiado largo.',
    'The caption is too long.',
    'A legenda é longa demais.',
  ],
  'too-many-buttons': [
    'Hay demasiados botones, o ninguno.',
    'There are too many buttons, or none.',
    'Há botões demais, ou nenhum.',
  ],
  'button-invalid': ['Un botón no es válido.', 'A button is not valid.', 'Um botão não é válido.'],
  'list-invalid': ['La lista no es válida.', 'The list is not valid.', 'A lista não é válida.'],
  'link-invalid': [
    'La dirección del enlace no es válida: debe empezar por https:// o http://.',
    'The address of the link is not valid: it must begin with https:// or http://.',
    'O endereço do link não é válido: deve começar com https:// ou http://.',
  ],
  'products-invalid': [
    'Los productos no son válidos: revise el catálogo, los códigos y cuántos son.',
    'The products are not valid: check the catalogue, the codes and how many there are.',
    'Os produtos não são válidos: confira o catálogo, os códigos e a quantidade.',
  ],
  'carousel-invalid': [
    'El carrusel no es válido: son de 2 a 10 tarjetas del mismo tipo.',
    'The carousel is not valid: it takes 2 to 10 cards of one sort.',
    'O carrossel não é válido: são de 2 a 10 cartões do mesmo tipo.',
  ],
  'form-invalid': ['El formulario no es válido.', 'The form is not valid.', 'O formulário não é válido.'],
  'order-invalid': [
    'El cobro no es válido: revise la referencia, los importes y la forma de pago.',
    'The bill is not valid: check the reference, the amounts and the way to pay.',
    'A cobrança não é válida: confira a referência, os valores e a forma de pagamento.',
  ],
  'contacts-invalid': [
    'Las tarjetas de contacto no son válidas.',
    'The contact cards are not valid.',
    'Os cartões de contato não são válidos.',
  ],
  'location-invalid': ['La ubicación no es válida.', 'The location is not valid.', 'A localização não é válida.'],
  'reaction-target-unknown': [
    'No se puede reaccionar a ese mensaje.',
    'That message cannot be reacted to.',
    'Não é possível reagir a essa mensagem.',
  ],
  'reply-target-unknown': [
    'No se puede responder a ese mensaje: no es de esta conversación o WhatsApp no lo conoce.',
    'That message cannot be answered: it is not of this conversation, or WhatsApp does not know it.',
    'Não é possível responder a essa mensagem: não é desta conversa ou o WhatsApp não a conhece.',
  ],
  'conversation-elsewhere': [
    'El asistente de Meta u otro sistema atiende esta conversación; solo una persona puede tomarla.',
    'Meta’s assistant or another system answers this conversation; only a person can take it.',
    'O assistente da Meta ou outro sistema atende esta conversa; só uma pessoa pode assumi-la.',
  ],
  'conversation-not-ours': [
    'Solo se puede devolver al asistente de Meta una conversación que este pasó a ustedes.',
    'Only a conversation that Meta’s assistant handed over to you can be given back to it.',
    'Só é possível devolver ao assistente da Meta uma conversa que ele passou a vocês.',
  ],
  'group-closed': [
    'WhatsApp no deja escribir en este grupo: está suspendido o ya no existe.',
    'WhatsApp lets nobody write in this group: it is suspended, or is no more.',
    'O WhatsApp não deixa escrever neste grupo: está suspenso ou não existe mais.',
  ],
  'group-content': [
    'En un grupo solo se pueden enviar textos, archivos y plantillas que no sean publicidad, cobranza ni códigos.',
    'Only texts, files and templates that are no advertising, collections or codes can be sent to a group.',
    'Em um grupo só é possível enviar textos, arquivos e modelos que não sejam publicidade, cobrança nem códigos.',
  ],
  'conversation-missing': [
    'No existe esa conversación.',
    'There is no such conversation.',
    'Essa conversa não existe.',
  ],
  'message-missing': ['No existe ese mensaje.', 'There is no such message.', 'Essa mensagem não existe.'],
  'line-missing': [
    'No existe ese número, o hay varios y falta decir cuál.',
    'There is no such number, or there are several and it must be said which.',
    'Esse número não existe, ou há vários e falta dizer qual.',
  ],
  'agent-missing': ['No existe esa persona.', 'There is no such agent.', 'Essa pessoa não existe.'],
  'recipient-invalid': [
    'El destinatario no es un número internacional ni un identificador de WhatsApp válido.',
    'The recipient is neither an international number nor a valid WhatsApp id.',
    'O destinatário não é um número internacional nem um identificador válido do WhatsApp.',
  ],
  'phone-country-missing': [
    'Falta el código del país: escriba el número con + delante, como +52 55 1234 5678.',
    'The country code is missing: write the number with + before it, such as +52 55 1234 5678.',
    'Falta o código do país: escreva o número com + na frente, como +55 11 96123-4567.',
  ],
  'phone-country-unknown': [
    'Ningún país tiene ese código: revise las cifras que siguen al +.',
    'No country has that code: check the digits after the +.',
    'Nenhum país tem esse código: confira os dígitos depois do +.',
  ],
  'phone-too-short': ['Al número le faltan cifras.', 'The number has too few digits.', 'Faltam dígitos no número.'],
  'phone-too-long': ['Al número le sobran cifras.', 'The number has too many digits.', 'Sobram dígitos no número.'],
  'not-retryable': [
    'Este mensaje no se puede enviar otra vez: no ha fallado.',
    'This message cannot be sent again: it has not failed.',
    'Esta mensagem não pode ser enviada de novo: ela não falhou.',
  ],
  'not-queued': [
    'Este mensaje ya no está en la cola.',
    'This message is no longer in the queue.',
    'Esta mensagem não está mais na fila.',
  ],
  'idempotency-key-reused': [
    'Esa clave de idempotencia ya se usó con otra petición.',
    'That idempotency key was used with another request before.',
    'Essa chave de idempotência já foi usada com outra solicitação.',
  ],
  'thread-moved-on': [
    'Otra persona respondió mientras escribías.',
    'Somebody else answered while you were writing.',
    'Outra pessoa respondeu enquanto você escrevia.',
  ],
  'signed-out': [
    'Hace falta iniciar sesión o una clave de API válida.',
    'Sign in, or show a valid API key.',
    'É preciso entrar ou usar uma chave de API válida.',
  ],
  'not-allowed': [
    'No tiene permiso para hacer esto.',
    'You may not do this.',
    'Você não tem permissão para fazer isso.',
  ],
  'wrong-credentials': [
    'El correo o la contraseña no son correctos.',
    'The e-mail address or the password is wrong.',
    'O e-mail ou a senha estão incorretos.',
  ],
  'too-many-attempts': [
    'Demasiados intentos; espera unos minutos.',
    'Too many attempts; wait a few minutes.',
    'Tentativas demais; espere alguns minutos.',
  ],
  'input-invalid': [
    'La petición tiene un valor que no se entiende.',
    'The request has a value that is not understood.',
    'A solicitação tem um valor que não se entende.',
  ],
  malformed: [
    'El cuerpo de la petición no se puede leer.',
    'The body of the request cannot be read.',
    'O corpo da solicitação não pode ser lido.',
  ],
  'method-not-allowed': [
    'Esta dirección no admite ese método.',
    'This address does not take that method.',
    'Este endereço não aceita esse método.',
  ],
  'type-not-supported': [
    'El tipo de contenido de la petición no es el esperado.',
    'The content type of the request is not the one expected.',
    'O tipo de conteúdo da solicitação não é o esperado.',
  ],
  'signature-invalid': [
    'Falta la firma o no corresponde a los bytes recibidos.',
    'The signature is missing or is not that of the bytes received.',
    'A assinatura está ausente ou não corresponde aos bytes recebidos.',
  ],
  'not-ours': [
    'Ningún número de este aviso pertenece a la aplicación que lo firma.',
    'No number of this notice belongs to the app that signed it.',
    'Nenhum número deste aviso pertence ao aplicativo que o assinou.',
  ],
  'not-found': ['Aquí no hay nada.', 'There is nothing here.', 'Não há nada aqui.'],
  'too-large': ['La petición es demasiado grande.', 'The request is too large.', 'A solicitação é grande demais.'],
  internal: [
    'Algo falló en Hilo; quedó anotado con este número de petición.',
    'Something failed in Hilo; it is on record under this request id.',
    'Algo falhou no Hilo; ficou registrado com este número de solicitação.',
  ],
  unavailable: [
    'El servicio no está disponible en este momento; inténtelo de nuevo en unos segundos.',
    'The service is not available at the moment; try again in a few seconds.',
    'O serviço não está disponível no momento; tente novamente em alguns segundos.',
  ],
}

const ABOUT = {
  es: { found: 'recibido', expected: 'se esperaba' },
  en: { found: 'found', expected: 'expected' },
  'pt-BR': { found: 'recebido', expected: 'esperado' },
} as const

export const wordsFor = (code: RefusalCode, language: Language): string =>
  WORDS[code][LANGUAGES.indexOf(language)] ?? WORDS[code][0]

/** The sentence with the place, the value found and the value expected, as far as they are known. */
export function explain(refusal: Refusal, language: Language): string {
  const about = [
    refusal.field,
    refusal.found === undefined ? undefined : `${ABOUT[language].found}: ${refusal.found}`,
    refusal.expected === undefined ? undefined : `${ABOUT[language].expected}: ${refusal.expected}`,
  ].filter((part) => part !== undefined)
  const sentence = wordsFor(refusal.code, language)
  return about.length === 0 ? sentence : `${sentence} (${about.join('; ')})`
}
