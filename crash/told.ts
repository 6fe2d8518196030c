import type { Demo } from '#tools/start/demo-file.ts'

/** Messages of one customer in one body, as Meta writes them. */
export const messagesBody = (demo: Demo, phone: string, texts: readonly { wamid: string; text: string }[]): string =>
  bodyOf(demo, {
    contacts: [{ profile: { name: `Cliente ${phone.slice(-4)}` }, wa_id: phone }],
    messages: texts.map(({ wamid, text }) => ({
      from: phone,
      id: wamid,
      timestamp: nowSeconds(),
      type: 'text',
      text: { body: text },
    })),
  })

/** One of our messages was read. */
export const readBody = (demo: Demo, phone: string, wamid: string): string =>
  bodyOf(demo, { statuses: [{ id: wamid, status: 'read', timestamp: nowSeconds(), recipient_id: phone }] })

const nowSeconds = (): string => String(Math.floor(Date.now() / 1000))

const bodyOf = (demo: Demo, told: object): string =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: demo.wabaId,
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '525550001000', phone_number_id: demo.phoneNumberIds[0] },
              ...told,
            },
          },
        ],
      },
    ],
  })
