import type { SharedStep } from '#core/guide/share.ts'
import { type Language, LANGUAGES } from '#base/language.ts'

type Words = readonly [es: string, en: string, ptBr: string]

/** The words of the page of a shared step; % stands for what the page puts in. */
const WORDS = {
  asks: ['% le pide ayuda', '% asks for your help', '% pede a sua ajuda'],
  for: ['Para %', 'For %', 'Para %'],
  takes: ['Lleva unos % minutos', 'Takes about % minutes', 'Leva uns % minutos'],
  until: ['El enlace vale hasta el %', 'The link is good until %', 'O link vale até %'],
  owner: ['Se encarga de ello: %', 'In charge of it: %', 'Responsável: %'],
  legalName: ['Nombre legal de la empresa', 'Legal name of the company', 'Razão social da empresa'],
  taxId: ['Número fiscal o de registro', 'Tax or register number', 'Número fiscal ou de registro'],
  website: ['Sitio web', 'Web site', 'Site'],
  note: ['Su respuesta', 'Your answer', 'Sua resposta'],
  noteOptional: ['Algo que añadir (opcional)', 'Anything to add (optional)', 'Algo a acrescentar (opcional)'],
  code: ['Código de seis cifras', 'Six-digit code', 'Código de seis dígitos'],
  files: ['Documentos', 'Documents', 'Documentos'],
  filesHint: [
    'PDF o foto, hasta 16 MB cada uno; como mucho cinco.',
    'PDF or photo, up to 16 MB each; five at most.',
    'PDF ou foto, até 16 MB cada; no máximo cinco.',
  ],
  upload: ['Subir el documento', 'Upload the document', 'Enviar o documento'],
  send: ['Enviar y terminar', 'Send and finish', 'Enviar e concluir'],
  sendCode: ['Entregar el código', 'Hand in the code', 'Entregar o código'],
  noCode: [
    'Todavía no se ha pedido ningún código. Cuando lo pidan llegará a ese teléfono; entonces vuelva a cargar esta página.',
    'No code has been asked for yet. When it is, it comes to that phone; then load this page again.',
    'Nenhum código foi pedido ainda. Quando for pedido, chegará àquele telefone; então recarregue esta página.',
  ],
  again: ['Volver a cargar', 'Load again', 'Recarregar'],
  onItsWay: [
    'Meta lo ha mandado al %. Nunca le pedirán aquí otro código.',
    'Meta has sent it to %. You will never be asked for any other code here.',
    'A Meta o enviou para %. Nunca pedirão outro código aqui.',
  ],
  only: [
    'Solo se ve y se hace este paso; nadie necesita una cuenta.',
    'Only this step is seen and done; nobody needs an account.',
    'Só se vê e se faz esta etapa; ninguém precisa de conta.',
  ],
  thanks: ['¡Gracias! Ya está.', 'Thank you! That is all.', 'Obrigado! Pronto.'],
  told: [
    'Hemos avisado a quien se lo pidió. Este enlace ya no abre nada y puede cerrar la página.',
    'Whoever asked you has been told. This link opens nothing any more and you can close the page.',
    'Avisamos quem lhe pediu. Este link não abre mais nada e você pode fechar a página.',
  ],
  gone: [
    'Este enlace ya no vale: el paso está hecho, se retiró o venció. Pida otro a quien se lo dio.',
    'This link is no longer good: the step is done, it was taken back, or it has expired. Ask whoever gave it to you for another.',
    'Este link não vale mais: a etapa está concluída, foi retirado ou venceu. Peça outro a quem o enviou.',
  ],
  wrong: ['Revise lo que falta', 'Please look at what is missing', 'Confira o que falta'],
  needed: ['Escriba algo aquí.', 'Write something here.', 'Escreva algo aqui.'],
  siteWrong: [
    'Una dirección que empiece por https://',
    'An address that begins with https://',
    'Um endereço que comece com https://',
  ],
  codeWrong: [
    'Son seis cifras, como en el mensaje o la llamada.',
    'It is six digits, as in the message or the call.',
    'São seis dígitos, como na mensagem ou na ligação.',
  ],
  often: [
    'Demasiados intentos. Espere unos minutos.',
    'Too many tries. Wait a few minutes.',
    'Muitas tentativas. Espere alguns minutos.',
  ],
} as const satisfies Record<string, Words>

export type ShareWord = keyof typeof WORDS

export const shareWords = (language: Language): Readonly<Record<ShareWord, string>> => {
  const nth = LANGUAGES.indexOf(language)
  return Object.fromEntries(Object.entries(WORDS).map(([name, words]) => [name, words[nth] ?? words[0]])) as Record<
    ShareWord,
    string
  >
}

/** What each step asks of somebody outside, and why. */
const STEPS: Readonly<Record<SharedStep, { readonly title: Words; readonly why: Words; readonly minutes: string }>> = {
  company: {
    title: ['Los datos legales de la empresa', 'The company’s legal data', 'Os dados legais da empresa'],
    why: [
      'Meta comprueba que la empresa existe antes de darle un número de WhatsApp. Escriba los datos tal como están en el registro; un documento que los muestre ahorra preguntas.',
      'Meta checks that the company exists before it gives it a WhatsApp number. Write the data just as the register has them; a document that shows them saves questions.',
      'A Meta verifica se a empresa existe antes de lhe dar um número de WhatsApp. Escreva os dados tal como estão no registro; um documento que os mostre evita perguntas.',
    ],
    minutes: '5–10',
  },
  number: {
    title: ['El número de teléfono', 'The phone number', 'O número de telefone'],
    why: [
      'El número no puede estar en uso en WhatsApp, y durante el alta nadie más debe contestar por él. Cuente en qué estado está: qué operador, quién lo tiene, si ya se liberó.',
      'The number must not be in use on WhatsApp, and nobody else may answer it while it is set up. Say how it stands: which operator, who has it, whether it was freed.',
      'O número não pode estar em uso no WhatsApp, e ninguém mais deve atendê-lo durante o cadastro. Conte em que estado está: qual operadora, quem o tem, se já foi liberado.',
    ],
    minutes: '2–30',
  },
  name: {
    title: ['El nombre en el sitio web', 'The name on the web site', 'O nome no site'],
    why: [
      'Meta mira si el sitio de la empresa muestra el nombre que verán sus clientes. Póngalo donde se vea, por ejemplo al pie junto al nombre legal, y diga en qué página está.',
      'Meta looks whether the company’s site shows the name its customers will see. Put it where it is seen, in the footer beside the legal name for example, and say on which page it is.',
      'A Meta verifica se o site da empresa mostra o nome que os clientes verão. Coloque-o onde seja visto, por exemplo no rodapé junto à razão social, e diga em que página está.',
    ],
    minutes: '5–30',
  },
  activate: {
    title: ['El código que llega al teléfono', 'The code that comes to the phone', 'O código que chega ao telefone'],
    why: [
      'Meta manda un código a ese teléfono, por SMS o por llamada, para saber que el número es de la empresa. Escríbalo aquí en cuanto llegue.',
      'Meta sends a code to that phone, by SMS or by call, to know that the number is the company’s. Write it here as soon as it comes.',
      'A Meta manda um código para esse telefone, por SMS ou ligação, para saber que o número é da empresa. Escreva-o aqui assim que chegar.',
    ],
    minutes: '1–5',
  },
}

export function stepWords(step: SharedStep, language: Language) {
  const nth = LANGUAGES.indexOf(language)
  const { title, why, minutes } = STEPS[step]
  return { title: title[nth] ?? title[0], why: why[nth] ?? why[0], minutes }
}
