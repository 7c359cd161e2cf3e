using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Tests.Util;

public sealed class Crc32Tests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 0xE8B7BE43)]
    [InlineData("123456789", 0xCBF43926)] // the check value in every description of this CRC
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339)]
    public void Compute_KnownText_GivesTheKnownValue(string text, uint crc) => Crc32.Compute(System.Text.Encoding.ASCII.GetBytes(text)).ShouldBe(crc);

    [Fact]
    public void Append_AnyPieces_IsTheSameAsBitByBit()
    {
        Random random = Seeds.Random();
        for (int length = 0; length < 200; length++)
        {
            byte[] bytes = Some.Bytes(random, length);
            var crc = new Crc32();
            for (int at = 0; at < length;)
            {
                int piece = Math.Min(random.Next(40), length - at);
                crc.Append(bytes.AsSpan(at, piece));
                at += piece;
            }

            crc.Value.ShouldBe(BitByBit(bytes));
            Crc32.Compute(bytes).ShouldBe(crc.Value);
        }
    }

    private static uint BitByBit(byte[] bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int i = 0; i < 8; i++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
