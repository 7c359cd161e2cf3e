using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Tests.Util;

public sealed class SmallFloatTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(31, 31)]
    [InlineData(39, 39)]
    [InlineData(40, 40)]
    [InlineData(47, 54)]
    [InlineData(48, 56)]
    [InlineData(56, 88)]
    [InlineData(64, 152)]
    [InlineData(80, 536)]
    [InlineData(100, 3096)]
    [InlineData(128, 32_792)]
    [InlineData(255, 2_013_265_944)]
    public void Byte4ToInt_SamplesOfLucene_AreTheSame(byte encoded, int length) => SmallFloat.Byte4ToInt(encoded).ShouldBe(length);

    [Fact]
    public void IntToByte4_EveryDecodedLength_GivesItsByte()
    {
        for (int b = 0; b < 256; b++)
        {
            int length = SmallFloat.Byte4ToInt((byte)b);
            SmallFloat.IntToByte4(length).ShouldBe((byte)b);
            if (b > 0) SmallFloat.IntToByte4(length - 1).ShouldBe((byte)(b - 1), "the length before belongs to the byte before");
        }

        SmallFloat.IntToByte4(41).ShouldBe((byte)40);
        SmallFloat.IntToByte4(int.MaxValue).ShouldBe((byte)255);
        Should.Throw<ArgumentOutOfRangeException>(() => SmallFloat.IntToByte4(-1));
    }
}
