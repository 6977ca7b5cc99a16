import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import css from '../../widgets/SearchEntry.module.css'

interface Model {
  readonly key: string
  readonly label: string
}

/** One of many models, found by typing a part of its name. */
export function ModelEntry(props: {
  readonly label: string
  readonly models: readonly Model[]
  readonly model: string
  readonly onModel: (key: string) => void
}) {
  return (
    <ComboBox
      className={css.field ?? ''}
      selectedKey={props.model}
      onSelectionChange={(key) => {
        if (key !== null) props.onModel(String(key))
      }}
      menuTrigger="focus"
      defaultItems={props.models}
    >
      <Label className={css.label ?? ''}>{props.label}</Label>
      <Input className={css.input ?? ''} dir="ltr" data-testid="printer-model" />
      <Popover className={css.popover ?? ''}>
        <ListBox<Model> className={css.list ?? ''}>
          {({ key, label }) => (
            <ListBoxItem id={key} textValue={label} className={css.option ?? ''} data-testid={`model-${key}`}>
              <bdi>{label}</bdi>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
