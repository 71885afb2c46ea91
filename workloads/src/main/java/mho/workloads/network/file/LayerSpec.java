package mho.workloads.network.file;

import mho.core.yaml.KindIsKey;

/** A layer as it stands in a file. */
@KindIsKey
sealed interface LayerSpec
        permits ConvolutionSpec, DenseSpec, RecurrentSpec, TokenSpec, PoolSpec, DigitalSpec, ViewSpec, BlockSpec {

    /** Adds what it stands for behind what is there. */
    void addTo(NetworkAssembly assembly);
}
