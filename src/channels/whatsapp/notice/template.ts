import { isNoticeCode } from '#core/notice/codes.ts'
import type { Notice } from '#core/notice/notice.ts'
import { type Json, objectOf, textOf } from '../json.ts'
import { momentOf, noticeOf, present, unheard } from './draft.ts'

/** `message_template_status_update`; `rejection_info` may stand in the value or beside it. */
export function templateStatus(value: Json): Notice {
  const event = textOf(value['event'])
  const about = templateIn(value)
  const code = `template-${event?.toLowerCase().replaceAll('_', '-')}`
  if (event === null || !isNoticeCode(code)) return unheard(about, 'message_template_status_update', event)
  const rejection = objectOf(value['rejection_info'])
  const other = objectOf(value['other_info'])
  const reason = textOf(value['reason'])
  return noticeOf({
    code,
    about,
    to: event,
    details: present(
      reason === 'NONE' ? null : reason,
      textOf(rejection?.['reason']),
      textOf(rejection?.['recommendation']),
      textOf(other?.['title']),
      textOf(other?.['description']),
    ),
    until: momentOf(objectOf(value['disable_info'])?.['disable_date']),
  })
}

const QUALITY = ['RED', 'YELLOW', 'GREEN']

/** A first score is worse only when it is not the best; a score taken away is no loss. */
export function templateQuality(value: Json): Notice {
  const from = textOf(value['previous_quality_score'])
  const to = textOf(value['new_quality_score'])
  const before = QUALITY.indexOf(from ?? '')
  const after = QUALITY.indexOf(to ?? '')
  const isWorse = after >= 0 && after < (before < 0 ? QUALITY.indexOf('GREEN') : before)
  const code = isWorse ? 'template-quality-worse' : 'template-quality-better'
  return noticeOf({ code, about: templateIn(value), from, to })
}

/** Announced a day ahead with `correct_category`, done with `previous_category` (cloud-api §3.3). */
export function templateCategory(value: Json): Notice {
  const about = templateIn(value)
  const current = textOf(value['new_category'])
  const correct = textOf(value['correct_category'])
  if (correct !== null) {
    const until = momentOf(value['category_update_timestamp'])
    return noticeOf({ code: 'template-category-announced', about, from: current, to: correct, until })
  }
  const from = textOf(value['previous_category'])
  return noticeOf({ code: 'template-category-changed', about, from, to: current })
}

export const templateEdited = (value: Json): Notice => noticeOf({ code: 'template-edited', about: templateIn(value) })

function templateIn(value: Json): Notice['about'] {
  const name = textOf(value['message_template_name'])
  if (name === null) return { kind: 'group' }
  // Samples write `en-US` for the code `en_US`.
  return { kind: 'template', name, language: (textOf(value['message_template_language']) ?? '').replace('-', '_') }
}
