/**
 * Meta's own words of an authentication template; Meta, Templates, Authentication, 2025-12 [K]. Only for the preview:
 * what is sent is written by Meta.
 */
export const CODE_WORDS = {
  es: {
    code: '*{code}* es tu código de verificación.',
    warning: 'Por tu seguridad, no lo compartas.',
    minutes: 'Este código caduca en {minutes} minutos.',
    COPY_CODE: 'Copiar código',
    ONE_TAP: 'Autocompletar',
  },
  en: {
    code: '*{code}* is your verification code.',
    warning: 'For your security, do not share this code.',
    minutes: 'This code expires in {minutes} minutes.',
    COPY_CODE: 'Copy code',
    ONE_TAP: 'Autofill',
  },
  pt: {
    code: 'Seu código de verificação é *{code}*.',
    warning: 'Para sua segurança, não o compartilhe.',
    minutes: 'Este código expira em {minutes} minutos.',
    COPY_CODE: 'Copiar código',
    ONE_TAP: 'Preenchimento automático',
  },
} as const
