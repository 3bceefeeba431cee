from mill.components.grinder import Bran as Bran
