import { ok } from '#base/result.ts'
import type { Platform } from '../platform.ts'
import { whatsappBlocking } from './blocking.ts'
import { whatsappControl } from './control.ts'
import { keysOf, openEnvelope } from './envelope.ts'
import { openForm, publishKey } from './form-exchange.ts'
import { readForms, renderFormsQuestion } from './forms.ts'
import { answerHandshake } from './handshake.ts'
import { readLibrary, renderLibraryQuestion } from './library.ts'
import { whatsappPresence } from './presence.ts'
import { readUpload, renderUpload } from './resumable.ts'
import { signerOf } from './signature.ts'
import { whatsappOnboarding } from './onboarding.ts'
import { readTemplateNews } from './template-news.ts'
import { interpretTemplateAnswer, renderAction, renderCreation, renderEdit, renderSearch } from './template-requests.ts'
import { readTemplates, renderTemplatesQuestion } from './templates.ts'

/** Meta's side of WhatsApp that is not messages: the webhook door, and templates. */
export const whatsappPlatform: Platform = {
  channel: 'whatsapp',
  signatureHeader: 'x-hub-signature-256',
  signerOf,
  handshake: (query, verifyTokens) => {
    const answer = answerHandshake(query, verifyTokens)
    return answer.kind === 'challenge' ? answer.challenge : null
  },
  keysOf: (body) => {
    const envelope = openEnvelope(body)
    if (!envelope.ok) return envelope
    const { phoneNumberIds, accountIds, isOfPortfolio } = keysOf(envelope.value)
    return ok({ lines: phoneNumberIds, groups: accountIds, isOfPortfolio })
  },
  onboarding: whatsappOnboarding,
  presence: whatsappPresence,
  blocking: whatsappBlocking,
  control: whatsappControl,
  forms: { open: openForm, publish: publishKey, list: renderFormsQuestion, readAll: readForms },
  uploads: { begin: renderUpload, read: readUpload },
  library: { ask: renderLibraryQuestion, read: readLibrary },
  templates: {
    ask: renderTemplatesQuestion,
    search: renderSearch,
    read: readTemplates,
    create: renderCreation,
    edit: renderEdit,
    act: renderAction,
    interpret: interpretTemplateAnswer,
    news: readTemplateNews,
  },
}
