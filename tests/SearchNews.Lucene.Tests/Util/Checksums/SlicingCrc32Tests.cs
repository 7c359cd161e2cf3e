using SearchNews.Lucene.Util.Checksums;

namespace SearchNews.Lucene.Tests.Util.Checksums;

public sealed class SlicingCrc32Tests : Crc32KernelContract
{
    private protected override bool IsSupported => SlicingCrc32.IsSupported;

    private protected override uint Update(uint state, ReadOnlySpan<byte> bytes) => SlicingCrc32.Update(state, bytes);
}
