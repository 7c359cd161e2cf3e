using SearchNews.Lucene.Util.Checksums;

namespace SearchNews.Lucene.Tests.Util.Checksums;

public sealed class FoldingCrc32Tests : Crc32KernelContract
{
    private protected override bool IsSupported => FoldingCrc32.IsSupported;

    [Fact]
    public void Constants_AreThePowersOfX()
    {
        FoldingCrc32.Fold512Low.ShouldBe((ulong)Crc32Definition.PowerOfX(512 + 32) << 1);
        FoldingCrc32.Fold512High.ShouldBe((ulong)Crc32Definition.PowerOfX(512 - 32) << 1);
        FoldingCrc32.Fold128Low.ShouldBe((ulong)Crc32Definition.PowerOfX(128 + 32) << 1);
        FoldingCrc32.Fold128High.ShouldBe((ulong)Crc32Definition.PowerOfX(128 - 32) << 1);
    }

    private protected override uint Update(uint state, ReadOnlySpan<byte> bytes) => FoldingCrc32.Update(state, bytes);
}
