using SearchNews.Lucene.Codecs.BlockTree;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Codecs.BlockTree;

public sealed class LowercaseAsciiTests
{
    // Six bits each: a 22, b 23, c 24, d 25 = 10 01 01 in binary pairs, which go on top of the first three.
    [Theory]
    [InlineData("a2636400", "abcd")]
    [InlineData("a26364010142", "aBcd")]
    [InlineData("a2636402014202" + "44", "aBcD")]
    [InlineData("222300", "ab")]
    public void Decompress_PackedByHand_IsTheText(string packed, string expected)
    {
        byte[] output = new byte[expected.Length];
        var input = new IndexInput("tim", Convert.FromHexString(packed));
        LowercaseAscii.Decompress(input, output);

        string.Concat(output.Select(b => (char)b)).ShouldBe(expected);
        input.Remaining.ShouldBe(0);
    }

    [Fact]
    public void Decompress_RandomBytesOfEveryLength_IsTheDefinition()
    {
        for (int length = 0; length <= 300; length++)
        {
            byte[] packed = Some.Bytes(Seeds.Random(length), length - (length / 4));
            byte[] output = new byte[length];

            LowercaseAscii.Decompress(new IndexInput("tim", [.. packed, 0]), output);

            output.ShouldBe(Unpack(packed, length), $"{length} bytes");
        }
    }

    [Theory]
    [InlineData("a26364" + "05")]
    [InlineData("a26364" + "010442")]
    [InlineData("a26364" + "01")]
    [InlineData("a263")]
    public void Decompress_Damaged_IsCorrupt(string packed) =>
        Should.Throw<CorruptIndexException>(() => LowercaseAscii.Decompress(new IndexInput("tim", Convert.FromHexString(packed)), new byte[4])).FileName.ShouldBe("tim");

    /// <summary>A character at a time: six bits in the order of the text, then those that the upper two of three others make.</summary>
    private static byte[] Unpack(byte[] packed, int length)
    {
        int saved = length / 4;
        IEnumerable<int> last = Enumerable.Range(0, saved).Select(i => ((packed[i] >> 6) << 4) | ((packed[saved + i] >> 6) << 2) | (packed[(2 * saved) + i] >> 6));
        return [.. packed.Select(b => b & 63).Concat(last).Select(six => (byte)(six < 32 ? six + 0x1F : six - 32 + 0x5F))];
    }
}
