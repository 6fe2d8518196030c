import type {
  Account,
  Bubble,
  BusinessNumber,
  Call,
  CallAct,
  CallAnswer,
  Compose,
  EmulatorClock,
  Faults,
  FormStep,
  FormTurn,
  GraphCall,
  Group,
  Invitation,
  NewPhone,
  Phone,
  PhoneChange,
  Review,
  Template,
  WebhookDelivery,
} from './types.ts'

/** The emulator said no, or could not be reached (`status` 0). */
export class ControlError extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

const root = '/control/v1'
const part = encodeURIComponent
const chat = (phone: string, number: string) => `/phones/${part(phone)}/chats/${part(number)}`

export const control = {
  /** Those a customer can find on WhatsApp. */
  numbers: async () => (await list<BusinessNumber>('/numbers')).filter(({ status }) => status === 'CONNECTED'),
  phones: () => list<Phone>('/phones'),
  phone: (id: string) => json<Phone>('GET', `/phones/${part(id)}`),
  addPhone: (phone: NewPhone) => json<Phone>('POST', '/phones', phone),
  changePhone: (id: string, change: PhoneChange) => json<Phone>('PATCH', `/phones/${part(id)}`, change),
  chat: (phone: string, number: string) =>
    json<{ data: Bubble[]; typing: boolean; call: Call | null }>('GET', chat(phone, number)),
  send: (phone: string, number: string, compose: Compose) =>
    json<{ wamid: string }>('POST', `${chat(phone, number)}/messages`, compose),
  read: (phone: string, number: string) => json<unknown>('POST', `${chat(phone, number)}/read`, {}),
  form: (phone: string, number: string, step: FormStep & { wamid: string }) =>
    json<FormTurn>('POST', `${chat(phone, number)}/forms`, step),
  play: (phone: string, number: string, wamid: string) =>
    json<unknown>('POST', `${chat(phone, number)}/play`, { wamid }),
  call: (phone: string, number: string, act: CallAct) => json<unknown>('POST', `${chat(phone, number)}/call`, { act }),
  answerOnCalls: (phone: string, number: string, answer: CallAnswer, wamid: string) =>
    json<unknown>('POST', `${chat(phone, number)}/call-permission`, { answer, wamid }),
  pay: (phone: string, number: string, wamid: string, paid: boolean) =>
    json<unknown>('POST', `${chat(phone, number)}/pay`, { wamid, paid }),
  block: (phone: string, number: string, blocked: boolean) =>
    json<unknown>('POST', `${chat(phone, number)}/block`, { blocked }),
  marketing: (phone: string, number: string, stopped: boolean) =>
    json<unknown>('POST', `${chat(phone, number)}/marketing`, { stopped }),
  changeIdentity: (
    phone: string,
    number: string,
    change: { kind: 'changed-number'; waId: string } | { kind: 'changed-user-id' } | { kind: 'changed-device' },
  ) => json<unknown>('POST', `${chat(phone, number)}/identity`, change),
  groupChat: (phone: string, group: string) =>
    json<{ data: Bubble[]; pins: string[] }>('GET', `/phones/${part(phone)}/groups/${part(group)}`),
  sendToGroup: (phone: string, group: string, compose: Compose) =>
    json<{ wamid: string }>('POST', `/groups/${part(group)}/messages`, { phone, ...compose }),
  readGroup: (phone: string, group: string) => json<unknown>('POST', `/groups/${part(group)}/read`, { phone }),
  goInOrOut: (phone: string, group: string, isIn: boolean) =>
    json<unknown>('POST', `/groups/${part(group)}/participants`, { phone, in: isIn }),
  invitation: (phone: string, code: string) =>
    json<Invitation>('GET', `/phones/${part(phone)}/invitations/${part(code)}`),
  groups: () => list<Group>('/groups'),
  addGroup: (group: { number: string; subject: string; asks: boolean }) => json<Group>('POST', '/groups', group),
  suspendGroup: (group: string, suspended: boolean) =>
    json<unknown>('POST', `/groups/${part(group)}/suspend`, { suspended }),
  clock: () => json<EmulatorClock>('GET', '/clock'),
  advance: (advanceMs: number) => json<EmulatorClock>('POST', '/clock', { advanceMs }),
  faults: () => json<Faults>('GET', '/faults'),
  setFaults: (faults: Partial<Faults>) => json<Faults>('PUT', '/faults', faults),
  clearFaults: () => json<unknown>('DELETE', '/faults'),
  review: () => json<Review>('GET', '/review'),
  setReview: (review: Partial<Review>) => json<Review>('PUT', '/review', review),
  account: () => json<Account>('GET', '/account'),
  setAccount: (account: Partial<Account>) => json<Account>('PUT', '/account', account),
  templates: () => list<Template>('/templates'),
  changeTemplate: (id: string, change: { status: string } | { quality: string }) =>
    json<Template>('PATCH', `/templates/${part(id)}`, change),
  webhooks: (limit: number) => list<WebhookDelivery>(`/webhooks?limit=${limit}`),
  graphCalls: (limit: number) => list<GraphCall>(`/graph-calls?limit=${limit}`),
  upload: (file: Blob, filename: string) =>
    request('POST', '/media', file, {
      'content-type': file.type || 'application/octet-stream',
      'x-filename': part(filename),
    }).then((response) => response.json() as Promise<{ mediaId: string }>),
  mediaAddress: (id: string) => `${root}/media/${part(id)}`,
  eventsAddress: `${root}/events`,
}

const list = <Row>(path: string) => json<{ data: Row[] }>('GET', path).then((answer) => answer.data)

async function json<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const response =
    body === undefined
      ? await request(method, path)
      : await request(method, path, JSON.stringify(body), { 'content-type': 'application/json' })
  const text = await response.text()
  return (text === '' ? {} : JSON.parse(text)) as Answer
}

async function request(method: string, path: string, body?: BodyInit, headers: Record<string, string> = {}) {
  let response: Response
  try {
    response = await fetch(root + path, { method, headers, ...(body === undefined ? {} : { body }) })
  } catch {
    throw new ControlError(0, 'unreachable', `The emulator did not answer ${method} ${path}`)
  }
  if (response.ok) return response
  const problem = (await response.json().catch(() => null)) as { error?: { code?: string; message?: string } } | null
  throw new ControlError(
    response.status,
    problem?.error?.code ?? 'error',
    problem?.error?.message ?? `${method} ${path} answered ${response.status}`,
  )
}
