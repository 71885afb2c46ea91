package mho.reports.validate;

/** Where published figures come from. */
final class PublishedSources {
    static final String ISAAC_TABLE = "Shafiee et al., ISCA 2016, Table I (October 2016)";
    static final String ISAAC_PEAK = "Shafiee et al., ISCA 2016, peak figures of ISAAC-CE (October 2016)";
    static final String ISAAC_PIPELINE = "Shafiee et al., ISCA 2016, the 22-cycle pipeline";
    static final String ISAAC_CONVERTER = "Shafiee et al., ISCA 2016, section V";
    static final String ISAAC_COPIES = "Shafiee et al., ISCA 2016, balanced pipeline worked back from the last layer";
    static final String HERMES = "Le Gallo et al., Nature Electronics 6, 2023";
    static final String HERMES_CORE = "Khaddam-Aljameh et al., JSSC 57(4), 2022; Le Gallo et al., 2023";
    static final String ACCELERGY = "Accelergy ADC plug-in ff0fb48, evaluated at 210 points";

    static final String WIRES = "Keckler et al., IEEE Micro 31(5), 2011, Table 1 (240 fJ at 40 nm, 150 fJ at 10 nm)";

    static final String SRAM_45 = "MNSIM-2.0 ca39ccb, Buffer.py: a bank of 32 KiB at 65 nm (95.7 pJ) and at 45 nm";
    static final String DADIANNAO =
            "Chen et al., MICRO 2014 (15.97 W, 67.7 mm2 at 28 nm; not seen in the paper itself), restated for 32 nm in Table I of Shafiee et al., ISCA 2016";
    static final String DADIANNAO_LAYERS =
            "Chen et al., MICRO 2014, benchmark layers (from memory; sizes agree with those remembered)";
    static final String TPU = "Jouppi et al., ISCA 2017, 10.1145/3079856.3080246";
    static final String OFF_CURRENT =
            "CACTI (HewlettPackard/cacti d246854), tech_params: off current of high-performance NMOS transistors";
    static final String NEUROSIM_WARMTH = "DNN_NeuroSim V1.4 ac828e6, SarADC.cpp: energy grows by 0.13 % a kelvin";
    static final String MNSIM_WRITE =
            "MNSIM-2.0 0cdafc0, Crossbar.py: time to write a cell (10 ns) x rows, cells of a row at once";
    static final String PIPELAYER = "Song et al., HPCA 2017: 50.88 ns and 3.91 nJ a spike, 16 spikes a value, derived";

    static final String PIPELAYER_ARRAYS = "Song et al., HPCA 2017, second hand: 1152 x 256 in 9 x 2 arrays, a group";
    static final String PIPELAYER_READS =
            "Song et al., HPCA 2017, second hand: 29.31 ns and 1.08 pJ a spike, half of 16 slots, derived";
    static final String PIPELAYER_WRITES =
            "Song et al., HPCA 2017, second hand: 50.88 ns and 3.91 nJ a spike, half of 16 slots, derived";
    static final String PIPELAYER_PEAK =
            "Song et al., HPCA 2017, second hand; with its 82.63 mm2 the two figures make 859 W: not of one operating point";
    static final String RPU = "Gokmen and Vlasov, Front. Neurosci. 10:333, 2016";
    static final String RPU_PARTS =
            "Gokmen and Vlasov, Front. Neurosci. 10:333, 2016, as told in Haensch et al., Proc. IEEE 107, 2019";
    static final String MARINELLA = "Marinella et al., IEEE JETCAS 8:86, 2018, second hand";
    static final String BURR = "Burr et al., IEEE Trans. Electron Devices 62(11), 2015: 164,885 synapses of two cells";
    static final String AMBROGIO = "Ambrogio et al., Nature 558:60, 2018, abstract";

    private PublishedSources() {}
}
