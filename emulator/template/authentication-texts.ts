type Texts = {
  readonly code: string
  readonly advice: string
  readonly copy: string
  readonly expires: (minutes: number) => string
}

const english: Texts = {
  code: 'is your verification code',
  advice: 'For your security, do not share this code.',
  copy: 'Copy code',
  expires: (minutes) => `This code expires in ${minutes} minutes.`,
}

const byLanguage: Readonly<Record<string, Texts>> = {
  en: english,
  es: {
    code: 'es tu código de verificación',
    advice: 'Por tu seguridad, no lo compartas.',
    copy: 'Copiar código',
    expires: (minutes) => `Este código caduca en ${minutes} minutos.`,
  },
  pt: {
    code: 'é seu código de verificação',
    advice: 'Para sua segurança, não o compartilhe.',
    copy: 'Copiar código',
    expires: (minutes) => `Este código expira em ${minutes} minutos.`,
  },
}

/** What Meta writes into authentication templates; in English for languages without words here. */
export const authenticationTexts = (language: string): Texts => byLanguage[language.slice(0, 2)] ?? english
