import { type Language, LANGUAGES } from '#base/language.ts'

type Words = readonly [es: string, en: string, ptBr: string]

/** The words of the public pages of invitations; % stands for what the page puts in. */
const WORDS = {
  agree: ['Marca lo que quieres recibir', 'Tick what you want to receive', 'Marque o que você quer receber'],
  version: ['Texto, versión %', 'Text, version %', 'Texto, versão %'],
  country: ['País', 'Country', 'País'],
  phone: ['Tu número de WhatsApp', 'Your WhatsApp number', 'Seu número do WhatsApp'],
  name: ['Tu nombre (opcional)', 'Your name (optional)', 'Seu nome (opcional)'],
  send: ['Inscribirme', 'Sign me up', 'Quero me inscrever'],
  later: [
    'Nada cuenta hasta que lo confirmes desde ese WhatsApp. Puedes dejarlo cuando quieras escribiendo BAJA.',
    'Nothing counts until you confirm it from that WhatsApp. You can leave at any time by writing STOP.',
    'Nada vale até você confirmar por esse WhatsApp. Você pode sair quando quiser escrevendo SAIR.',
  ],
  or: ['o sin formulario', 'or without a form', 'ou sem formulário'],
  open: ['Aceptar en WhatsApp', 'Accept on WhatsApp', 'Aceitar no WhatsApp'],
  how: [
    'Al enviar «%» aceptas todo lo de arriba.',
    'By sending “%” you agree to all of the above.',
    'Ao enviar “%” você aceita tudo acima.',
  ],
  almost: ['Falta un paso', 'One more step', 'Falta um passo'],
  confirm: [
    'Desde el WhatsApp del número que escribiste, envíanos este mensaje. Así sabemos que eres tú.',
    'From the WhatsApp of the number you wrote, send us this message. That is how we know it is you.',
    'Pelo WhatsApp do número que você informou, envie esta mensagem. Assim sabemos que é você.',
  ],
  to: ['Al número %', 'To the number %', 'Para o número %'],
  openCode: ['Abrir WhatsApp', 'Open WhatsApp', 'Abrir o WhatsApp'],
  life: ['El código vale % días.', 'The code is good for % days.', 'O código vale por % dias.'],
  wrong: ['Revisa lo que está marcado', 'Please look at what is marked', 'Confira o que está marcado'],
  phoneWrong: [
    'No es un número de ese país. Escríbelo como lo darías a alguien de allí.',
    'That is no number of that country. Write it as you would give it to somebody there.',
    'Esse número não é desse país. Escreva como daria a alguém de lá.',
  ],
  purposesWrong: ['Marca al menos una opción.', 'Tick at least one.', 'Marque pelo menos uma opção.'],
  changed: [
    'El texto cambió mientras lo leías. Léelo de nuevo y vuelve a marcar.',
    'The text changed while you were reading. Please read it again and tick again.',
    'O texto mudou enquanto você lia. Leia de novo e marque outra vez.',
  ],
  often: [
    'Demasiados intentos desde esta red. Prueba más tarde o acepta en WhatsApp.',
    'Too many tries from this network. Try later, or accept on WhatsApp.',
    'Muitas tentativas desta rede. Tente mais tarde ou aceite no WhatsApp.',
  ],
  gone: ['Esta invitación ya no existe.', 'This invitation is gone.', 'Este convite não existe mais.'],
  languages: ['Idioma', 'Language', 'Idioma'],
} as const satisfies Readonly<Record<string, Words>>

export type PageWords = Readonly<Record<keyof typeof WORDS, string>>

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { es: 'Español', en: 'English', 'pt-BR': 'Português' }

export function wordsIn(language: Language): PageWords {
  const nth = LANGUAGES.indexOf(language)
  return Object.fromEntries(Object.entries(WORDS).map(([name, words]) => [name, words[nth]])) as PageWords
}
