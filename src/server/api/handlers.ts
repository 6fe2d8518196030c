import type { RouteName } from '#contract/routes.ts'
import type { ApiParts, Handlers } from './call.ts'
import { alertHandlers } from './alerts.ts'
import { blockingHandlers } from './blocking.ts'
import { callHandlers } from './calls.ts'
import { controlHandlers } from './control.ts'
import { budgetHandlers } from './budgets.ts'
import { consentHandlers } from './consents.ts'
import { contactHandlers } from './contacts.ts'
import { conversationHandlers } from './conversations.ts'
import { costHandlers } from './costs.ts'
import { guideShareHandlers } from './guide-shares.ts'
import { guideHandlers } from './guides.ts'
import { lineHandlers } from './lines.ts'
import { appSyncHandlers } from './app-sync.ts'
import { moveHandlers } from './moves.ts'
import { numberHandlers } from './numbers.ts'
import { mediaHandlers } from './media.ts'
import { messageHandlers } from './messages.ts'
import { doNotContactHandlers } from './do-not-contact.ts'
import { duplicateHandlers } from './duplicates.ts'
import { noticeHandlers } from './notices.ts'
import { failureHandlers } from './failures.ts'
import { formHandlers } from './forms.ts'
import { openingHoursHandlers } from './opening-hours.ts'
import { ownWordHandlers } from './own-words.ts'
import { policyHandlers } from './policy.ts'
import { recipientHandlers } from './recipients.ts'
import { privacyHandlers } from './privacy.ts'
import { sessionHandlers } from './session.ts'
import { setAsideHandlers } from './set-aside.ts'
import { tariffHandlers } from './tariffs.ts'
import { templateFactHandlers } from './template-facts.ts'
import { templateLibraryHandlers } from './template-library.ts'
import { templateHandlers } from './templates.ts'
import { templateWorkHandlers } from './template-work.ts'
import { templateLintHandlers } from './template-lint.ts'

/** One handler per route of the table; a missing one is a type error. */
export const allHandlers = (parts: ApiParts): Handlers<RouteName> => ({
  ...sessionHandlers(parts),
  ...conversationHandlers(parts),
  ...contactHandlers(parts),
  ...duplicateHandlers(parts),
  ...blockingHandlers(parts),
  ...callHandlers(parts),
  ...controlHandlers(parts),
  ...messageHandlers(parts),
  ...lineHandlers(parts),
  ...guideHandlers(parts),
  ...guideShareHandlers(parts),
  ...numberHandlers(parts),
  ...moveHandlers(parts),
  ...failureHandlers(parts),
  ...appSyncHandlers(parts),
  ...alertHandlers(parts),
  ...mediaHandlers(parts),
  ...noticeHandlers(parts),
  ...openingHoursHandlers(parts),
  ...ownWordHandlers(parts),
  ...formHandlers(parts),
  ...consentHandlers(parts),
  ...policyHandlers(parts),
  ...recipientHandlers(parts),
  ...privacyHandlers(parts),
  ...doNotContactHandlers(parts),
  ...setAsideHandlers(parts),
  ...templateHandlers(parts),
  ...templateLibraryHandlers(parts),
  ...templateFactHandlers(parts),
  ...templateWorkHandlers(parts),
  ...templateLintHandlers(parts),
  ...costHandlers(parts),
  ...tariffHandlers(parts),
  ...budgetHandlers(parts),
})
