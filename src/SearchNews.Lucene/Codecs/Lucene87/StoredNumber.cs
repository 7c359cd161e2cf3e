using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene87;

/// <summary>
/// Compact numbers of stored fields. zFloat, zDouble: small integral values take one byte, positive values their raw bytes, the rest a marker
/// byte and raw bytes. tLong: zig-zag after division by the largest of 1, 1000, an hour and a day (in ms) that divides the value.
/// Source: Lucene 8 CompressingStoredFieldsWriter.
/// </summary>
internal static class StoredNumber
{
    private const int SmallFlag = 0x80;
    private const int FloatInDouble = 0xFE;
    private const int NegativeFlag = 0xFF;
    private const int MaxSmallSingle = 125;
    private const int MaxSmallDouble = 124;
    private const long Second = 1000;
    private const long Hour = 3600 * Second;
    private const long Day = 24 * Hour;
    private const int MoreFlag = 0x20;

    public static void WriteSingle(DataOutput output, float value)
    {
        int bits = BitConverter.SingleToInt32Bits(value);
        int small = (int)value;
        if (value == small && small is >= -1 and <= MaxSmallSingle && bits != BitConverter.SingleToInt32Bits(-0f))
        {
            output.WriteByte((byte)(SmallFlag | (small + 1)));
            return;
        }

        if (bits < 0) output.WriteByte(NegativeFlag);
        output.WriteInt32(bits);
    }

    public static float ReadSingle(IndexInput input)
    {
        int first = input.ReadByte();
        if (first == NegativeFlag) return BitConverter.Int32BitsToSingle(input.ReadInt32());
        if ((first & SmallFlag) != 0) return (first & 0x7F) - 1;
        int bits = (first << 24) | ((input.ReadInt16() & 0xFFFF) << 8) | input.ReadByte();
        return BitConverter.Int32BitsToSingle(bits);
    }

    public static void WriteDouble(DataOutput output, double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int small = (int)value;
        if (value == small && small is >= -1 and <= MaxSmallDouble && bits != BitConverter.DoubleToInt64Bits(-0d))
        {
            output.WriteByte((byte)(SmallFlag | (small + 1)));
        }
        else if (value == (float)value)
        {
            output.WriteByte(FloatInDouble);
            output.WriteInt32(BitConverter.SingleToInt32Bits((float)value));
        }
        else
        {
            if (bits < 0) output.WriteByte(NegativeFlag);
            output.WriteInt64(bits);
        }
    }

    public static double ReadDouble(IndexInput input)
    {
        int first = input.ReadByte();
        if (first == NegativeFlag) return BitConverter.Int64BitsToDouble(input.ReadInt64());
        if (first == FloatInDouble) return BitConverter.Int32BitsToSingle(input.ReadInt32());
        if ((first & SmallFlag) != 0) return (first & 0x7F) - 1;
        long bits = ((long)first << 56) | ((input.ReadInt32() & 0xFFFFFFFFL) << 24) | ((input.ReadInt16() & 0xFFFFL) << 8) | input.ReadByte();
        return BitConverter.Int64BitsToDouble(bits);
    }

    public static void WriteInt64(DataOutput output, long value)
    {
        (int scale, long divisor) = value % Second != 0 ? (0, 1L) : value % Day == 0 ? (3, Day) : value % Hour == 0 ? (2, Hour) : (1, Second);
        value /= divisor;
        ulong zigZag = (ulong)((value << 1) ^ (value >> 63));
        int header = (scale << 6) | (int)(zigZag & 0x1F);
        ulong rest = zigZag >> 5;
        if (rest == 0)
        {
            output.WriteByte((byte)header);
            return;
        }

        output.WriteByte((byte)(header | MoreFlag));
        output.WriteVLong((long)rest);
    }

    public static long ReadInt64(IndexInput input)
    {
        int header = input.ReadByte();
        ulong zigZag = (ulong)(header & 0x1F);
        if ((header & MoreFlag) != 0) zigZag |= (ulong)input.ReadVLong() << 5;
        long value = (long)(zigZag >> 1) ^ -(long)(zigZag & 1);
        return value * ((header >> 6) switch { 1 => Second, 2 => Hour, 3 => Day, _ => 1 });
    }
}
