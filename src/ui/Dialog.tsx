import { Modal, type ModalProps } from '@mantine/core';
import { useHandBack } from './hand';

/** Mantine's modal, which gives the focus back to where the hand was however it came and goes (`useHandBack`). */
export function Dialog(props: ModalProps) {
  useHandBack(props.opened);
  return <Modal {...props} />;
}
