package mho.reports.validate;

/** Where published figures come from. */
final class Published {
    static final String ISAAC_TABLE = "Shafiee et al., ISCA 2016, Table I (October 2016)";
    static final String ISAAC_PEAK = "Shafiee et al., ISCA 2016, peak figures of ISAAC-CE (October 2016)";
    static final String ISAAC_PIPELINE = "Shafiee et al., ISCA 2016, the 22-cycle pipeline";
    static final String ISAAC_CONVERTER = "Shafiee et al., ISCA 2016, section V";
    static final String ISAAC_COPIES = "Shafiee et al., ISCA 2016, balanced pipeline worked back from the last layer";
    static final String HERMES = "Le Gallo et al., Nature Electronics 6, 2023";
    static final String HERMES_CORE = "Khaddam-Aljameh et al., JSSC 57(4), 2022; Le Gallo et al., 2023";
    static final String ACCELERGY = "Accelergy ADC plug-in ff0fb48, evaluated at 210 points";

    static final String WIRES = "Keckler et al., IEEE Micro 31(5), 2011, Table 1 (240 fJ at 40 nm, 150 fJ at 10 nm)";

    private Published() {}
}
