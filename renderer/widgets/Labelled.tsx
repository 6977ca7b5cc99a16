import type { ReactNode } from 'react'
import field from './Field.module.css'

/** What has no label of its own, under one. */
export function Labelled(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={field.group}>
      <span className={field.label}>{props.label}</span>
      {props.children}
    </div>
  )
}
