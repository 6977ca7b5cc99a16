export { nameIn } from '#shared/catalogue/name-in.ts'
