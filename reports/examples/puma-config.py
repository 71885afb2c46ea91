# A chip as puma-simulator's include/config.py describes one: half of its tiles, smaller crossbars with cells of four bits, two input
# bits at a time. Any chip option takes it: ./mho show reports/examples/puma-config.py
inference = 1
training = not(inference)

num_bits = 16
int_bits = 4
frac_bits = num_bits - int_bits

# a core
xbar_bits = 4
num_matrix = 2
xbar_size = 64
dac_res = 2
adc_res = 8
num_adc = 2 * num_matrix
adc_res_new = {
    'matrix_adc_0': 7,
    'matrix_adc_2': 7,
}
num_ALU = num_matrix * 2
dataMem_size = 2048
instrnMem_size = 2048
if (inference):
    datamem_off = xbar_size * (num_matrix * 2)

# a tile
num_ima = 8
edram_size = 128
edram_buswidth = 256

# a node
cmesh_c = 4
flit_width = 32
num_tile_max = 69.0
noc_num_port = 4
noc_inj_rate = 0.005
num_node = 1
