using System.Buffers.Binary;

namespace SearchNews.Lucene.Tests.Corruption;

/// <summary>Draws changes of a file's bytes, its checksum made right again: what a broken or hostile writer would leave.</summary>
internal static class Mutation
{
    private static readonly byte[] Bytes = [0, 1, 0x7F, 0x80, 0x81, 0xFE, 0xFF];
    private static readonly long[] Numbers = [0, 1, -1, 127, 128, 65_535, int.MaxValue, int.MinValue, int.MaxValue - 8, 1L << 32, 1L << 40, long.MaxValue, long.MinValue];

    /// <summary>The file changed in a way that is drawn, its last 16 bytes still a footer.</summary>
    /// <param name="random">The source.</param>
    /// <param name="sound">A file of an index.</param>
    /// <param name="what">What was done.</param>
    public static byte[] Draw(Random random, byte[] sound, out string what)
    {
        const int FooterLength = 16;
        List<byte> bytes = [.. sound[..^FooterLength]];
        int at = random.Next(bytes.Count);
        int length = Math.Min(1 + random.Next(8), bytes.Count - at);
        switch (random.Next(7))
        {
            case 0:
                bytes[at] = Some.Of(random, Bytes);
                what = $"byte {at} set to {bytes[at]:x2}";
                break;
            case 1:
                bytes[at] += (byte)(random.Next(2) == 0 ? 1 : 255);
                what = $"byte {at} set to {bytes[at]:x2}";
                break;
            case 2:
                for (int i = 0; i < length; i++) bytes[random.Next(bytes.Count)] = (byte)random.Next(256);
                what = $"{length} bytes anywhere";
                break;
            case 3:
                byte[] number = new byte[8];
                BinaryPrimitives.WriteInt64BigEndian(number, Some.Of(random, Numbers));
                number = random.Next(2) == 0 ? number : number[4..];
                for (int i = 0; i < number.Length && at + i < bytes.Count; i++) bytes[at + i] = number[i];
                what = $"bytes from {at} set to {Convert.ToHexString(number)}";
                break;
            case 4:
                bytes.InsertRange(at, Some.Bytes(random, length));
                what = $"{length} bytes put in at {at}";
                break;
            case 5:
                bytes.RemoveRange(at, length);
                what = $"{length} bytes taken out at {at}";
                break;
            default:
                int from = random.Next(bytes.Count);
                for (int i = 0; i < length && from + i < bytes.Count; i++) bytes[at + i] = bytes[from + i];
                what = $"{length} bytes of {from} copied to {at}";
                break;
        }

        bytes.AddRange(sound[^FooterLength..]);
        return Damage.Seal([.. bytes]);
    }
}
