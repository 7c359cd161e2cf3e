namespace SearchNews.Lucene.Tests.Util.Checksums;

/// <summary>What every kernel promises; a test class for each inherits it.</summary>
public abstract class Crc32KernelContract
{
    private const int MaxLength = 1100;

    private protected abstract bool IsSupported { get; }

    [Fact]
    public void Update_EveryLength_IsTheSameAsBitByBit()
    {
        Assert.SkipUnless(IsSupported, "This processor cannot run the kernel.");
        Random random = Seeds.Random();
        byte[] bytes = Some.Bytes(random, MaxLength + 17);
        for (int length = 0; length <= MaxLength; length++)
        {
            uint state = (uint)random.NextInt64(1L << 32);
            ReadOnlySpan<byte> some = bytes.AsSpan(random.Next(17), length);
            Update(state, some).ShouldBe(Crc32Definition.Update(state, some), $"{length} bytes");
        }
    }

    [Fact]
    public void Update_AnyPieces_IsTheSameAsInOne()
    {
        Assert.SkipUnless(IsSupported, "This processor cannot run the kernel.");
        Random random = Seeds.Random(1);
        for (int round = 0; round < 300; round++)
        {
            byte[] bytes = Some.Bytes(random, random.Next(5000));
            uint state = uint.MaxValue;
            for (int at = 0; at < bytes.Length;)
            {
                int piece = Math.Min(random.Next(1 << random.Next(1, 12)), bytes.Length - at);
                state = Update(state, bytes.AsSpan(at, piece));
                at += piece;
            }

            state.ShouldBe(Update(uint.MaxValue, bytes));
            if (round < 20) state.ShouldBe(Crc32Definition.Update(uint.MaxValue, bytes));
        }
    }

    private protected abstract uint Update(uint state, ReadOnlySpan<byte> bytes);
}
