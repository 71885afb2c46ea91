"""Writes the files beside it; they are what NumPy 2.4 makes of 4 inputs of 2 x 3 x 2 (value = index) and labels 0 1 2 1."""
import gzip
import numpy as np

x = np.arange(48).reshape(4, 2, 3, 2)
y = np.array([0, 1, 2, 1])
for name in "u1 i1 u2 i2 u4 i4 u8 i8 f2 f4 f8 >i2 >f4 >f8".split():
    np.save(name.replace(">", "big-") + ".npy", x.astype(name))
np.save("fortran.npy", np.asfortranarray(x.astype("f4")))
np.save("last.npy", np.ascontiguousarray(x.transpose(0, 2, 3, 1).astype("u1")))
with open("version2.npy", "wb") as f:
    np.lib.format.write_array(f, x.astype("f4"), version=(2, 0))
with open("version3.npy", "wb") as f:
    np.lib.format.write_array(f, x.astype("f4"), version=(3, 0))
with gzip.GzipFile("packed.npy.gz", "wb", mtime=0) as f:
    np.save(f, x.astype("u1"))
np.save("labels.npy", y)
np.save("bool.npy", x % 2 == 1)
np.save("complex.npy", x.astype("c8"))
np.save("object.npy", np.array([[1, 2], [3, None]]), allow_pickle=True)
np.save("record.npy", np.zeros(3, [("a", "f4"), ("b", "i4")]))
np.save("scalar.npy", np.float32(1))
np.savez("plain.npz", x_train=x[:1], y_train=y[:1], x_test=x, y_test=y)
np.savez_compressed("compressed.npz", x, y)
np.savetxt("blanks.csv", np.column_stack([y, x.reshape(4, 12)]))
np.savetxt("commas.csv", np.column_stack([x.reshape(4, 12), y]), "%d", ",", comments="",
           header=",".join(f'"pixel{i}"' for i in range(12)) + ',"label"')
