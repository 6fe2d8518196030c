import type { Presence } from '#channels/platform.ts'
import { type Json, objectOf, objectsIn, stringOf, textOf } from './json.ts'

/*
 * What a number shows to customers: profile, ice-breakers and commands, short links (cloud-api §1.1).
 */

const PROFILE_FIELDS = 'about,address,description,email,websites,vertical'
const at = (key: string, edge: string): string => `/${encodeURIComponent(key)}${edge}`
const get = (path: string) => ({ method: 'GET', path, body: null }) as const
const post = (path: string, body: object) => ({ method: 'POST', path, body }) as const
const textIn = (fields: Json | null, name: string): string => stringOf(fields?.[name]) ?? ''

export const whatsappPresence: Presence = {
  profile: {
    ask: (key) => get(at(key, `/whatsapp_business_profile?fields=${PROFILE_FIELDS}`)),
    put: (key, { vertical, about, ...profile }) =>
      post(at(key, '/whatsapp_business_profile'), {
        messaging_product: 'whatsapp',
        ...profile,
        // Meta takes no empty line here [K].
        ...(about === '' ? {} : { about }),
        ...(vertical === null ? {} : { vertical }),
      }),
    read: (body) => {
      const [fields = null] = objectsIn(objectOf(body)?.['data'])
      const websites = fields?.['websites']
      return {
        about: textIn(fields, 'about'),
        address: textIn(fields, 'address'),
        description: textIn(fields, 'description'),
        email: textIn(fields, 'email'),
        websites: Array.isArray(websites) ? websites.flatMap((each) => textOf(each) ?? []) : [],
        vertical: textOf(fields?.['vertical']),
      }
    },
  },
  greetings: {
    ask: (key) => get(at(key, '?fields=conversational_automation')),
    put: (key, { prompts, commands }) =>
      post(at(key, '/conversational_automation'), {
        enable_welcome_message: false,
        prompts,
        commands: commands.map(({ name, description }) => ({
          command_name: name,
          command_description: description,
        })),
      }),
    read: (body) => {
      const fields = objectOf(objectOf(body)?.['conversational_automation'])
      const prompts = fields?.['prompts']
      return {
        prompts: Array.isArray(prompts) ? prompts.flatMap((each) => textOf(each) ?? []) : [],
        commands: objectsIn(fields?.['commands']).map((each) => ({
          name: textIn(each, 'command_name'),
          description: textIn(each, 'command_description'),
        })),
      }
    },
  },
  links: {
    ask: (key) => get(at(key, '/message_qrdls?limit=100')),
    add: (key, text) => post(at(key, '/message_qrdls'), { prefilled_message: text }),
    remove: (key, code) =>
      ({ method: 'DELETE', path: at(key, `/message_qrdls/${encodeURIComponent(code)}`), body: null }) as const,
    readAll: (body) => objectsIn(objectOf(body)?.['data']).flatMap((each) => readLink(each) ?? []),
    read: (body) => readLink(objectOf(body)),
  },
}

function readLink(fields: Json | null) {
  const code = textOf(fields?.['code'])
  const url = textOf(fields?.['deep_link_url'])
  return code === null || url === null ? null : { code, url, text: textIn(fields, 'prefilled_message') }
}
