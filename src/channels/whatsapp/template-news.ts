import { categoryOf, languageCodeOf } from '#core/template/body.ts'
import type { TemplateNews } from '#core/template/life/news.ts'
import { QUALITIES, type TemplateStatus } from '#core/template/template.ts'
import { type Json, objectOf, textOf } from './json.ts'
import { momentOf } from './notice/draft.ts'
import { readStatus } from './templates.ts'

/** Events that are named otherwise than the state they lead to (cloud-api §2.5); after UNARCHIVED the list decides [K]. */
const STATUS_AFTER: Readonly<Record<string, TemplateStatus>> = { REINSTATED: 'APPROVED', UNARCHIVED: 'APPROVED' }

/** What a management field says of one template; null: nothing that changes what we know of it. */
export function readTemplateNews(field: string, value: unknown): TemplateNews | null {
  const told = objectOf(value)
  const name = textOf(told?.['message_template_name'])
  const code = textOf(told?.['message_template_language'])
  if (told === null || name === null || code === null) return null
  const about = { name, language: languageCodeOf(code) }
  switch (field) {
    case 'message_template_status_update':
      return statusIn(told, about)
    case 'message_template_quality_update': {
      const quality = QUALITIES.find((each) => each === told['new_quality_score'])
      return quality === undefined ? null : { ...about, kind: 'quality', quality }
    }
    case 'template_category_update':
      return categoryIn(told, about)
    default:
      return null
  }
}

type About = Pick<TemplateNews, 'name' | 'language'>

/** `rejection_info` may stand in the value or beside it; Meta writes `NONE` for no reason. */
function statusIn(told: Json, about: About): TemplateNews | null {
  const event = textOf(told['event'])
  if (event === null) return null
  const status = STATUS_AFTER[event] ?? readStatus(event)
  if (status === 'OTHER') return null
  const rejection = objectOf(told['rejection_info'])
  const other = objectOf(told['other_info'])
  const given = textOf(told['reason'])
  const title = status === 'APPROVED' ? null : textOf(other?.['title'])
  const reason = given === null || given === 'NONE' ? title : given
  const said = [rejection?.['reason'], rejection?.['recommendation'], other?.['description']].map(textOf)
  return { ...about, kind: 'status', status, reason, said: said.filter((each) => each !== null) }
}

/** Announced a day ahead with `correct_category`, done with `previous_category` (cloud-api §3.3). */
function categoryIn(told: Json, about: About): TemplateNews | null {
  const correct = categoryOf(told['correct_category'])
  if (correct !== null) {
    return {
      ...about,
      kind: 'category-announced',
      category: correct,
      from: momentOf(told['category_update_timestamp']),
    }
  }
  const category = categoryOf(told['new_category'])
  return category === null ? null : { ...about, kind: 'category', category }
}
