import * as z from 'zod/mini'
import { route } from './route.ts'
import { described } from './schema.ts'

const words = described(
  z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.minLength(1), z.maxLength(200)),
  'Single words, in any capitals',
  ['Zapatiquín'],
)
const ownWords = z.object({
  words: described(z.array(z.string()), 'All the company has, in lower case and alphabetical order'),
})

/** Words that are spelt right whatever a dictionary says: brands, products, places. */
export const ownWordRoutes = {
  listWords: route({
    method: 'GET',
    path: '/api/v1/words',
    permission: 'template:read',
    summary: 'The company’s own words, which the template linter takes for well spelt',
    output: ownWords,
  }),
  addWords: route({
    method: 'POST',
    path: '/api/v1/words',
    permission: 'template:write',
    summary: 'Add words of the company’s own, such as the one a spelling finding spans',
    input: z.strictObject({ words }),
    output: ownWords,
  }),
  removeWords: route({
    method: 'POST',
    path: '/api/v1/words/remove',
    permission: 'template:write',
    summary: 'Remove words of the company’s own',
    input: z.strictObject({ words }),
    output: ownWords,
  }),
}
