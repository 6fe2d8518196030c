import { acceptMarketing, acceptMessage, type Sender } from '../send/accept.ts'
import { callsCall, readPermission } from '../call/graph.ts'
import { groupCall, numberGroups } from '../group/graph.ts'
import { groupsOf } from '../group/groups.ts'
import { acceptGroupMessage, isToGroup } from '../group/send.ts'
import { isMarkRead, markRead } from '../send/mark-read.ts'
import type { Fields } from '../json.ts'
import type { BusinessNumber, Template, Waba } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { analyticsEdge } from '../analytics/analytics.ts'
import { assistantCall } from '../assistant/graph.ts'
import { listActivities } from './activities.ts'
import { assignedUsers } from './assigned.ts'
import { changeBlocked, listBlocked } from './block.ts'
import { businessCall } from './business.ts'
import type { GraphCall } from './call.ts'
import { noPermission, unknownEdge, unknownObject, unknownPath } from './errors.ts'
import { historyEvents, messageHistory } from './history.ts'
import { shortLinks } from './links.ts'
import { countManagement } from './management-rate.ts'
import { readMedia, uploadMedia } from './media.ts'
import { changeNumber, readNumber } from './numbers.ts'
import { complianceInfo, officialAccount } from './official.ts'
import { changeProfile, readProfile } from './profile.ts'
import { listTemplates, readTemplate } from './templates.ts'
import { numberUsername, suggestUsernames } from './username.ts'
import { changeWaba, listNumbers, readWaba, subscribedApps, WABA_NODE } from './waba.ts'
import { changeCallback, readApp } from './app.ts'
import { numberSettings } from './settings.ts'
import { flowsOf } from '../flow/flows.ts'
import { accountFlows, flowCall } from '../flow/manage.ts'
import { compareTemplates } from '../template/compare.ts'
import { listLibrary } from '../template/library.ts'
import { previewTemplates } from '../template/previews.ts'
import { createTemplate, deleteTemplates, editTemplate, templateEdge, upsertTemplates } from '../template/manage.ts'
import { addNumberCall } from '../signup/add-number.ts'
import { syncApp } from '../signup/app-sync.ts'
import { requestCode, verifyCode } from '../signup/code.ts'
import { deregisterNumber, registerNumber } from '../signup/register.ts'
import { beginUpload } from './uploads.ts'

/** A number of another business: it exists, but this app has no permission for it. */
export const FOREIGN_NUMBER_ID = '100000000000403'

export type Answer = Fields | Promise<Fields>

/** Answers an authorised Graph call. Throws Meta's refusal. */
export function route(world: World, sender: Sender, call: GraphCall): Answer {
  const [id = '', edge, ...rest] = call.path
  if (id === FOREIGN_NUMBER_ID) throw noPermission()
  const number = world.numbers.get(id)
  if (number !== undefined && edge === 'message_qrdls' && rest.length < 2)
    return shortLinks(world, number, rest[0], call)
  const group = groupsOf(world).get(id)
  if (group !== undefined && rest.length === 0) return groupCall(world, group, edge, call)
  if (id === 'business') return assistantCall(world, call)
  if (rest.length > 0) throw unknownPath(`/${rest.join('/')}`)
  if (number !== undefined) return numberCall(world, sender, number, edge, call)
  const waba = world.wabas.get(id)
  if (waba !== undefined) return wabaCall(world, waba, edge, call)
  const [first, ...others] = world.wabas.inPortfolio(id)
  if (first !== undefined) return businessCall(world, [first, ...others], edge, call)
  if (id === world.app.id || id === 'app') return appCall(world, edge, call)
  if (id === 'message_template_library' && edge === undefined && call.method === 'GET') return listLibrary(call)
  const template = world.templates.get(id)
  if (template !== undefined && template.deletedAt === null) return templateCall(world, template, edge, call)
  const flow = flowsOf(world).get(id)
  if (flow !== undefined) return flowCall(world, flow, edge, call)
  if (edge === undefined) {
    const media = world.media.get(id)
    if (media !== undefined) {
      if (call.method === 'GET') return readMedia(world, media, call)
      if (call.method === 'DELETE') {
        world.media.remove(id)
        return { success: true }
      }
    }
  }
  const events = edge === 'events' ? historyEvents(world, id, call) : undefined
  if (events !== undefined) return events
  if (id === '' || !/^\d+$/.test(id)) throw unknownPath(`/${call.path.join('/')}`)
  throw unknownObject(call.method, id)
}

function numberCall(
  world: World,
  sender: Sender,
  number: BusinessNumber,
  edge: string | undefined,
  call: GraphCall,
): Answer {
  switch (`${call.method} ${edge ?? ''}`) {
    case 'GET ':
      return readNumber(world, number, call.query['fields'])
    case 'POST ':
      return changeNumber(world, number, call)
    case 'GET groups':
    case 'POST groups':
      return numberGroups(world, number, call)
    case 'POST messages':
      if (isToGroup(call.body)) return acceptGroupMessage(world, sender, number, call.body)
      return isMarkRead(call.body)
        ? markRead(world, number, call.body)
        : acceptMessage(world, sender, number, call.body)
    case 'POST marketing_messages':
      return acceptMarketing(world, sender, number, call.body)
    case 'POST media':
      return uploadMedia(world, number, call)
    case 'GET whatsapp_business_profile':
      return readProfile(number, call)
    case 'POST whatsapp_business_profile':
      return changeProfile(world, number, call)
    case 'GET block_users':
      return listBlocked(world, number, call)
    case 'POST block_users':
    case 'DELETE block_users':
      return changeBlocked(world, number, call)
    case 'POST calls':
      return callsCall(world, number, call)
    case 'GET call_permissions':
      return readPermission(world, number, call)
    case 'POST register':
      return registerNumber(world, number, call)
    case 'POST deregister':
      return deregisterNumber(world, number)
    case 'POST request_code':
      return requestCode(world, number, call)
    case 'POST verify_code':
      return verifyCode(world, number, call)
    case 'POST smb_app_data':
      return syncApp(world, number, call)
    case 'GET message_history':
      return messageHistory(world, number, call)
    default:
      return numberAbout(world, number, edge ?? '', call)
  }
}

/** What a number is known by, and what it keeps. */
function numberAbout(world: World, number: BusinessNumber, edge: string, call: GraphCall): Fields {
  switch (edge) {
    case 'username':
      return numberUsername(world, number, call)
    case 'username_suggestions':
      return suggestUsernames(world, number)
    case 'official_business_account':
      return officialAccount(world, number, call)
    case 'business_compliance_info':
      return complianceInfo(world, number, call)
    default:
      return numberSettings(world, number, edge, call)
  }
}

function templateCall(world: World, template: Template, edge: string | undefined, call: GraphCall): Answer {
  countManagement(world, world.wabas.of(template), 'other')
  if (edge === undefined && call.method === 'GET') return readTemplate(world, template, call.query['fields'])
  if (edge === undefined && call.method === 'POST') return editTemplate(world, template, call.body)
  if (edge === 'compare' && call.method === 'GET') return compareTemplates(world, template, call)
  if (edge !== undefined && call.method === 'POST') return templateEdge(world, template, edge)
  throw unknownObject(call.method, template.id)
}

function wabaCall(world: World, waba: Waba, edge: string | undefined, call: GraphCall): Answer {
  countManagement(world, waba, 'account')
  switch (`${call.method} ${edge ?? ''}`) {
    case 'GET ':
      return readWaba(world, waba, call.query['fields'])
    case 'POST ':
      return changeWaba(waba, call)
    case 'GET activities':
      return listActivities(world, waba, call)
    case 'GET assigned_users':
    case 'POST assigned_users':
    case 'DELETE assigned_users':
      return assignedUsers(world, waba, call)
    case 'GET phone_numbers':
      return listNumbers(world, waba, call)
    case 'POST phone_numbers':
      return addNumberCall(world, waba, call)
    case 'GET message_templates':
      return listTemplates(world, waba, call)
    case 'POST message_templates':
      return createTemplate(world, waba, call.body)
    case 'DELETE message_templates':
      return deleteTemplates(world, waba, call)
    case 'GET message_template_previews':
      return previewTemplates(call)
    case 'POST upsert_message_templates':
      return upsertTemplates(world, waba, call.body)
    case 'GET subscribed_apps':
    case 'POST subscribed_apps':
    case 'DELETE subscribed_apps':
      return subscribedApps(world, waba, call)
    case 'GET flows':
    case 'POST flows':
      return accountFlows(world, waba, call)
    default:
      return wabaRest(world, waba, edge ?? '', call)
  }
}

/** Lists of what no account here has: there is nothing in them. */
const EMPTY = ['solutions', 'schedules', 'product_catalogs', 'welcome_message_sequences', 'template_groups']

function wabaRest(world: World, waba: Waba, edge: string, call: GraphCall): Fields {
  if (call.method !== 'GET') throw unknownObject(call.method, waba.id)
  if (EMPTY.includes(edge)) return { data: [] }
  const metric = analyticsEdge(world, waba, edge, call.query)
  if (metric === undefined) throw unknownEdge(edge, WABA_NODE)
  return metric
}

function appCall(world: World, edge: string | undefined, call: GraphCall): Answer {
  if (edge === undefined && call.method === 'GET') return readApp(world, call.query['fields'])
  if (edge === 'subscriptions') return changeCallback(world, call)
  if (edge === 'uploads' && call.method === 'POST') return beginUpload(world, call)
  throw unknownObject(call.method, world.app.id)
}
