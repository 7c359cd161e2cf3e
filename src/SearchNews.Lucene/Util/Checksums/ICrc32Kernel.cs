namespace SearchNews.Lucene.Util.Checksums;

/// <summary>One way to compute <see cref="Crc32"/>. Kernels have no state and differ only in speed and in what the processor must be able to do.</summary>
internal interface ICrc32Kernel
{
    /// <summary>Whether this processor can run the kernel.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>Takes in <paramref name="bytes"/>.</summary>
    /// <param name="state">The remainder so far, not yet inverted: all ones before the first byte.</param>
    /// <param name="bytes">Any length, any alignment.</param>
    /// <returns>The new remainder.</returns>
    static abstract uint Update(uint state, ReadOnlySpan<byte> bytes);
}
