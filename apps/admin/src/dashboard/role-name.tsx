import { useTranslate } from 'react-admin';

/** A role as people call it. */
export const RoleName = ({ of }: { of: string }) => <>{useTranslate()(`roles.${of}`)}</>;
