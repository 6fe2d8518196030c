import { badParameter } from '../graph/errors.ts'
import type { GraphCall } from '../graph/call.ts'
import { type Fields, truthOf } from '../json.ts'
import { authenticationTexts } from './authentication-texts.ts'

/** GET /{waba}/message_template_previews: Meta's own words of authentication templates (Cloud API, Templates, 2025-12). */
export function previewTemplates({ query }: GraphCall): Fields {
  if (query['category'] !== 'AUTHENTICATION') throw badParameter('Param category must be one of {AUTHENTICATION}.')
  const languages = (query['languages'] ?? query['language'] ?? 'en_US').split(',').map((language) => language.trim())
  const minutes = Number(query['code_expiration_minutes'] ?? 0)
  const data = languages.map((language) => {
    const { code, advice, copy, expires } = authenticationTexts(language)
    return {
      body: `*{{1}}* ${code}.${truthOf(query['add_security_recommendation']) ? ` ${advice}` : ''}`,
      ...(minutes > 0 ? { footer: expires(minutes) } : {}),
      buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: copy }],
      language,
    }
  })
  return { data }
}
