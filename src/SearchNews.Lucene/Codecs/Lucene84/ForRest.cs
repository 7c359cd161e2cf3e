namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>
/// The part of a FOR block below the whole values (see <see cref="ForLayout"/>), one unrolled kernel per width; long because it is a table in code.
/// Same results as <see cref="ForScalar.UnpackRest"/>.
/// </summary>
/// <remarks>
/// All lanes of a word are handled at once. A piece holds <c>Rest</c> bits per lane, all else zero. A value is made of the low end of one
/// piece, of whole pieces, and of the high end of another; after so many pieces and values the pattern repeats.
/// </remarks>
internal static class ForRest
{
    /// <summary>Makes the values of the last slots from the pieces of all words.</summary>
    public static void Unpack(int width, ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        switch (width)
        {
            case 3: Rest3(pieces, values); break;
            case 5: Rest5(pieces, values); break;
            case 6: Rest6(pieces, values); break;
            case 7: Rest7(pieces, values); break;
            case 9: Rest9(pieces, values); break;
            case 10: Rest10(pieces, values); break;
            case 11: Rest11(pieces, values); break;
            case 12: Rest12(pieces, values); break;
            case 13: Rest13(pieces, values); break;
            case 14: Rest14(pieces, values); break;
            case 15: Rest15(pieces, values); break;
            case 17: Rest17(pieces, values); break;
            case 18: Rest18(pieces, values); break;
            case 19: Rest19(pieces, values); break;
            case 20: Rest20(pieces, values); break;
            case 21: Rest21(pieces, values); break;
            case 22: Rest22(pieces, values); break;
            case 23: Rest23(pieces, values); break;
            case 24: Rest24(pieces, values); break;
            case 25: Rest25(pieces, values); break;
            case 26: Rest26(pieces, values); break;
            case 27: Rest27(pieces, values); break;
            case 28: Rest28(pieces, values); break;
            case 29: Rest29(pieces, values); break;
            case 30: Rest30(pieces, values); break;
            case 31: Rest31(pieces, values); break;
        }
    }

    private static void Rest3(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 2; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 3, 3);
            Span<ulong> v = values.Slice(i * 2, 2);
            v[0] = (p[0] << 1) | (p[1] >> 1 & 0x0101010101010101UL);
            v[1] = ((p[1] & 0x0101010101010101UL) << 2) | p[2];
        }
    }

    private static void Rest5(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 2; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 5, 5);
            Span<ulong> v = values.Slice(i * 3, 3);
            v[0] = (p[0] << 2) | (p[1] >> 1 & 0x0303030303030303UL);
            v[1] = ((p[1] & 0x0101010101010101UL) << 4) | (p[2] << 1) | (p[3] >> 2 & 0x0101010101010101UL);
            v[2] = ((p[3] & 0x0303030303030303UL) << 3) | p[4];
        }
    }

    private static void Rest6(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 4; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 3, 3);
            Span<ulong> v = values.Slice(i * 1, 1);
            v[0] = (p[0] << 4) | (p[1] << 2) | p[2];
        }
    }

    private static void Rest7(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 2; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 7, 7);
            Span<ulong> v = values.Slice(i * 1, 1);
            v[0] = (p[0] << 6) | (p[1] << 5) | (p[2] << 4) | (p[3] << 3) | (p[4] << 2) | (p[5] << 1) | p[6];
        }
    }

    private static void Rest9(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 2; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 9, 9);
            Span<ulong> v = values.Slice(i * 7, 7);
            v[0] = (p[0] << 2) | (p[1] >> 5 & 0x0003000300030003UL);
            v[1] = ((p[1] & 0x001F001F001F001FUL) << 4) | (p[2] >> 3 & 0x000F000F000F000FUL);
            v[2] = ((p[2] & 0x0007000700070007UL) << 6) | (p[3] >> 1 & 0x003F003F003F003FUL);
            v[3] = ((p[3] & 0x0001000100010001UL) << 8) | (p[4] << 1) | (p[5] >> 6 & 0x0001000100010001UL);
            v[4] = ((p[5] & 0x003F003F003F003FUL) << 3) | (p[6] >> 4 & 0x0007000700070007UL);
            v[5] = ((p[6] & 0x000F000F000F000FUL) << 5) | (p[7] >> 2 & 0x001F001F001F001FUL);
            v[6] = ((p[7] & 0x0003000300030003UL) << 7) | p[8];
        }
    }

    private static void Rest10(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 4; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 5, 5);
            Span<ulong> v = values.Slice(i * 3, 3);
            v[0] = (p[0] << 4) | (p[1] >> 2 & 0x000F000F000F000FUL);
            v[1] = ((p[1] & 0x0003000300030003UL) << 8) | (p[2] << 2) | (p[3] >> 4 & 0x0003000300030003UL);
            v[2] = ((p[3] & 0x000F000F000F000FUL) << 6) | p[4];
        }
    }

    private static void Rest11(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 2; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 11, 11);
            Span<ulong> v = values.Slice(i * 5, 5);
            v[0] = (p[0] << 6) | (p[1] << 1) | (p[2] >> 4 & 0x0001000100010001UL);
            v[1] = ((p[2] & 0x000F000F000F000FUL) << 7) | (p[3] << 2) | (p[4] >> 3 & 0x0003000300030003UL);
            v[2] = ((p[4] & 0x0007000700070007UL) << 8) | (p[5] << 3) | (p[6] >> 2 & 0x0007000700070007UL);
            v[3] = ((p[6] & 0x0003000300030003UL) << 9) | (p[7] << 4) | (p[8] >> 1 & 0x000F000F000F000FUL);
            v[4] = ((p[8] & 0x0001000100010001UL) << 10) | (p[9] << 5) | p[10];
        }
    }

    private static void Rest12(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 8; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 3, 3);
            Span<ulong> v = values.Slice(i * 1, 1);
            v[0] = (p[0] << 8) | (p[1] << 4) | p[2];
        }
    }

    private static void Rest13(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 2; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 13, 13);
            Span<ulong> v = values.Slice(i * 3, 3);
            v[0] = (p[0] << 10) | (p[1] << 7) | (p[2] << 4) | (p[3] << 1) | (p[4] >> 2 & 0x0001000100010001UL);
            v[1] = ((p[4] & 0x0003000300030003UL) << 11) | (p[5] << 8) | (p[6] << 5) | (p[7] << 2) | (p[8] >> 1 & 0x0003000300030003UL);
            v[2] = ((p[8] & 0x0001000100010001UL) << 12) | (p[9] << 9) | (p[10] << 6) | (p[11] << 3) | p[12];
        }
    }

    private static void Rest14(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 4; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 7, 7);
            Span<ulong> v = values.Slice(i * 1, 1);
            v[0] = (p[0] << 12) | (p[1] << 10) | (p[2] << 8) | (p[3] << 6) | (p[4] << 4) | (p[5] << 2) | p[6];
        }
    }

    private static void Rest15(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 2; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 15, 15);
            Span<ulong> v = values.Slice(i * 1, 1);
            v[0] = (p[0] << 14) | (p[1] << 13) | (p[2] << 12) | (p[3] << 11) | (p[4] << 10) | (p[5] << 9) | (p[6] << 8) | (p[7] << 7)
                | (p[8] << 6) | (p[9] << 5) | (p[10] << 4) | (p[11] << 3) | (p[12] << 2) | (p[13] << 1) | p[14];
        }
    }

    private static void Rest17(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 2; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 17, 17);
            Span<ulong> v = values.Slice(i * 15, 15);
            v[0] = (p[0] << 2) | (p[1] >> 13 & 0x0000000300000003UL);
            v[1] = ((p[1] & 0x00001FFF00001FFFUL) << 4) | (p[2] >> 11 & 0x0000000F0000000FUL);
            v[2] = ((p[2] & 0x000007FF000007FFUL) << 6) | (p[3] >> 9 & 0x0000003F0000003FUL);
            v[3] = ((p[3] & 0x000001FF000001FFUL) << 8) | (p[4] >> 7 & 0x000000FF000000FFUL);
            v[4] = ((p[4] & 0x0000007F0000007FUL) << 10) | (p[5] >> 5 & 0x000003FF000003FFUL);
            v[5] = ((p[5] & 0x0000001F0000001FUL) << 12) | (p[6] >> 3 & 0x00000FFF00000FFFUL);
            v[6] = ((p[6] & 0x0000000700000007UL) << 14) | (p[7] >> 1 & 0x00003FFF00003FFFUL);
            v[7] = ((p[7] & 0x0000000100000001UL) << 16) | (p[8] << 1) | (p[9] >> 14 & 0x0000000100000001UL);
            v[8] = ((p[9] & 0x00003FFF00003FFFUL) << 3) | (p[10] >> 12 & 0x0000000700000007UL);
            v[9] = ((p[10] & 0x00000FFF00000FFFUL) << 5) | (p[11] >> 10 & 0x0000001F0000001FUL);
            v[10] = ((p[11] & 0x000003FF000003FFUL) << 7) | (p[12] >> 8 & 0x0000007F0000007FUL);
            v[11] = ((p[12] & 0x000000FF000000FFUL) << 9) | (p[13] >> 6 & 0x000001FF000001FFUL);
            v[12] = ((p[13] & 0x0000003F0000003FUL) << 11) | (p[14] >> 4 & 0x000007FF000007FFUL);
            v[13] = ((p[14] & 0x0000000F0000000FUL) << 13) | (p[15] >> 2 & 0x00001FFF00001FFFUL);
            v[14] = ((p[15] & 0x0000000300000003UL) << 15) | p[16];
        }
    }

    private static void Rest18(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 4; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 9, 9);
            Span<ulong> v = values.Slice(i * 7, 7);
            v[0] = (p[0] << 4) | (p[1] >> 10 & 0x0000000F0000000FUL);
            v[1] = ((p[1] & 0x000003FF000003FFUL) << 8) | (p[2] >> 6 & 0x000000FF000000FFUL);
            v[2] = ((p[2] & 0x0000003F0000003FUL) << 12) | (p[3] >> 2 & 0x00000FFF00000FFFUL);
            v[3] = ((p[3] & 0x0000000300000003UL) << 16) | (p[4] << 2) | (p[5] >> 12 & 0x0000000300000003UL);
            v[4] = ((p[5] & 0x00000FFF00000FFFUL) << 6) | (p[6] >> 8 & 0x0000003F0000003FUL);
            v[5] = ((p[6] & 0x000000FF000000FFUL) << 10) | (p[7] >> 4 & 0x000003FF000003FFUL);
            v[6] = ((p[7] & 0x0000000F0000000FUL) << 14) | p[8];
        }
    }

    private static void Rest19(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 2; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 19, 19);
            Span<ulong> v = values.Slice(i * 13, 13);
            v[0] = (p[0] << 6) | (p[1] >> 7 & 0x0000003F0000003FUL);
            v[1] = ((p[1] & 0x0000007F0000007FUL) << 12) | (p[2] >> 1 & 0x00000FFF00000FFFUL);
            v[2] = ((p[2] & 0x0000000100000001UL) << 18) | (p[3] << 5) | (p[4] >> 8 & 0x0000001F0000001FUL);
            v[3] = ((p[4] & 0x000000FF000000FFUL) << 11) | (p[5] >> 2 & 0x000007FF000007FFUL);
            v[4] = ((p[5] & 0x0000000300000003UL) << 17) | (p[6] << 4) | (p[7] >> 9 & 0x0000000F0000000FUL);
            v[5] = ((p[7] & 0x000001FF000001FFUL) << 10) | (p[8] >> 3 & 0x000003FF000003FFUL);
            v[6] = ((p[8] & 0x0000000700000007UL) << 16) | (p[9] << 3) | (p[10] >> 10 & 0x0000000700000007UL);
            v[7] = ((p[10] & 0x000003FF000003FFUL) << 9) | (p[11] >> 4 & 0x000001FF000001FFUL);
            v[8] = ((p[11] & 0x0000000F0000000FUL) << 15) | (p[12] << 2) | (p[13] >> 11 & 0x0000000300000003UL);
            v[9] = ((p[13] & 0x000007FF000007FFUL) << 8) | (p[14] >> 5 & 0x000000FF000000FFUL);
            v[10] = ((p[14] & 0x0000001F0000001FUL) << 14) | (p[15] << 1) | (p[16] >> 12 & 0x0000000100000001UL);
            v[11] = ((p[16] & 0x00000FFF00000FFFUL) << 7) | (p[17] >> 6 & 0x0000007F0000007FUL);
            v[12] = ((p[17] & 0x0000003F0000003FUL) << 13) | p[18];
        }
    }

    private static void Rest20(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 8; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 5, 5);
            Span<ulong> v = values.Slice(i * 3, 3);
            v[0] = (p[0] << 8) | (p[1] >> 4 & 0x000000FF000000FFUL);
            v[1] = ((p[1] & 0x0000000F0000000FUL) << 16) | (p[2] << 4) | (p[3] >> 8 & 0x0000000F0000000FUL);
            v[2] = ((p[3] & 0x000000FF000000FFUL) << 12) | p[4];
        }
    }

    private static void Rest21(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 2; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 21, 21);
            Span<ulong> v = values.Slice(i * 11, 11);
            v[0] = (p[0] << 10) | (p[1] >> 1 & 0x000003FF000003FFUL);
            v[1] = ((p[1] & 0x0000000100000001UL) << 20) | (p[2] << 9) | (p[3] >> 2 & 0x000001FF000001FFUL);
            v[2] = ((p[3] & 0x0000000300000003UL) << 19) | (p[4] << 8) | (p[5] >> 3 & 0x000000FF000000FFUL);
            v[3] = ((p[5] & 0x0000000700000007UL) << 18) | (p[6] << 7) | (p[7] >> 4 & 0x0000007F0000007FUL);
            v[4] = ((p[7] & 0x0000000F0000000FUL) << 17) | (p[8] << 6) | (p[9] >> 5 & 0x0000003F0000003FUL);
            v[5] = ((p[9] & 0x0000001F0000001FUL) << 16) | (p[10] << 5) | (p[11] >> 6 & 0x0000001F0000001FUL);
            v[6] = ((p[11] & 0x0000003F0000003FUL) << 15) | (p[12] << 4) | (p[13] >> 7 & 0x0000000F0000000FUL);
            v[7] = ((p[13] & 0x0000007F0000007FUL) << 14) | (p[14] << 3) | (p[15] >> 8 & 0x0000000700000007UL);
            v[8] = ((p[15] & 0x000000FF000000FFUL) << 13) | (p[16] << 2) | (p[17] >> 9 & 0x0000000300000003UL);
            v[9] = ((p[17] & 0x000001FF000001FFUL) << 12) | (p[18] << 1) | (p[19] >> 10 & 0x0000000100000001UL);
            v[10] = ((p[19] & 0x000003FF000003FFUL) << 11) | p[20];
        }
    }

    private static void Rest22(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 4; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 11, 11);
            Span<ulong> v = values.Slice(i * 5, 5);
            v[0] = (p[0] << 12) | (p[1] << 2) | (p[2] >> 8 & 0x0000000300000003UL);
            v[1] = ((p[2] & 0x000000FF000000FFUL) << 14) | (p[3] << 4) | (p[4] >> 6 & 0x0000000F0000000FUL);
            v[2] = ((p[4] & 0x0000003F0000003FUL) << 16) | (p[5] << 6) | (p[6] >> 4 & 0x0000003F0000003FUL);
            v[3] = ((p[6] & 0x0000000F0000000FUL) << 18) | (p[7] << 8) | (p[8] >> 2 & 0x000000FF000000FFUL);
            v[4] = ((p[8] & 0x0000000300000003UL) << 20) | (p[9] << 10) | p[10];
        }
    }

    private static void Rest23(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 2; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 23, 23);
            Span<ulong> v = values.Slice(i * 9, 9);
            v[0] = (p[0] << 14) | (p[1] << 5) | (p[2] >> 4 & 0x0000001F0000001FUL);
            v[1] = ((p[2] & 0x0000000F0000000FUL) << 19) | (p[3] << 10) | (p[4] << 1) | (p[5] >> 8 & 0x0000000100000001UL);
            v[2] = ((p[5] & 0x000000FF000000FFUL) << 15) | (p[6] << 6) | (p[7] >> 3 & 0x0000003F0000003FUL);
            v[3] = ((p[7] & 0x0000000700000007UL) << 20) | (p[8] << 11) | (p[9] << 2) | (p[10] >> 7 & 0x0000000300000003UL);
            v[4] = ((p[10] & 0x0000007F0000007FUL) << 16) | (p[11] << 7) | (p[12] >> 2 & 0x0000007F0000007FUL);
            v[5] = ((p[12] & 0x0000000300000003UL) << 21) | (p[13] << 12) | (p[14] << 3) | (p[15] >> 6 & 0x0000000700000007UL);
            v[6] = ((p[15] & 0x0000003F0000003FUL) << 17) | (p[16] << 8) | (p[17] >> 1 & 0x000000FF000000FFUL);
            v[7] = ((p[17] & 0x0000000100000001UL) << 22) | (p[18] << 13) | (p[19] << 4) | (p[20] >> 5 & 0x0000000F0000000FUL);
            v[8] = ((p[20] & 0x0000001F0000001FUL) << 18) | (p[21] << 9) | p[22];
        }
    }

    private static void Rest24(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 16; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 3, 3);
            Span<ulong> v = values.Slice(i * 1, 1);
            v[0] = (p[0] << 16) | (p[1] << 8) | p[2];
        }
    }

    private static void Rest25(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 2; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 25, 25);
            Span<ulong> v = values.Slice(i * 7, 7);
            v[0] = (p[0] << 18) | (p[1] << 11) | (p[2] << 4) | (p[3] >> 3 & 0x0000000F0000000FUL);
            v[1] = ((p[3] & 0x0000000700000007UL) << 22) | (p[4] << 15) | (p[5] << 8) | (p[6] << 1) | (p[7] >> 6 & 0x0000000100000001UL);
            v[2] = ((p[7] & 0x0000003F0000003FUL) << 19) | (p[8] << 12) | (p[9] << 5) | (p[10] >> 2 & 0x0000001F0000001FUL);
            v[3] = ((p[10] & 0x0000000300000003UL) << 23) | (p[11] << 16) | (p[12] << 9) | (p[13] << 2)
                | (p[14] >> 5 & 0x0000000300000003UL);
            v[4] = ((p[14] & 0x0000001F0000001FUL) << 20) | (p[15] << 13) | (p[16] << 6) | (p[17] >> 1 & 0x0000003F0000003FUL);
            v[5] = ((p[17] & 0x0000000100000001UL) << 24) | (p[18] << 17) | (p[19] << 10) | (p[20] << 3)
                | (p[21] >> 4 & 0x0000000700000007UL);
            v[6] = ((p[21] & 0x0000000F0000000FUL) << 21) | (p[22] << 14) | (p[23] << 7) | p[24];
        }
    }

    private static void Rest26(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 4; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 13, 13);
            Span<ulong> v = values.Slice(i * 3, 3);
            v[0] = (p[0] << 20) | (p[1] << 14) | (p[2] << 8) | (p[3] << 2) | (p[4] >> 4 & 0x0000000300000003UL);
            v[1] = ((p[4] & 0x0000000F0000000FUL) << 22) | (p[5] << 16) | (p[6] << 10) | (p[7] << 4) | (p[8] >> 2 & 0x0000000F0000000FUL);
            v[2] = ((p[8] & 0x0000000300000003UL) << 24) | (p[9] << 18) | (p[10] << 12) | (p[11] << 6) | p[12];
        }
    }

    private static void Rest27(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 2; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 27, 27);
            Span<ulong> v = values.Slice(i * 5, 5);
            v[0] = (p[0] << 22) | (p[1] << 17) | (p[2] << 12) | (p[3] << 7) | (p[4] << 2) | (p[5] >> 3 & 0x0000000300000003UL);
            v[1] = ((p[5] & 0x0000000700000007UL) << 24) | (p[6] << 19) | (p[7] << 14) | (p[8] << 9) | (p[9] << 4)
                | (p[10] >> 1 & 0x0000000F0000000FUL);
            v[2] = ((p[10] & 0x0000000100000001UL) << 26) | (p[11] << 21) | (p[12] << 16) | (p[13] << 11) | (p[14] << 6) | (p[15] << 1)
                | (p[16] >> 4 & 0x0000000100000001UL);
            v[3] = ((p[16] & 0x0000000F0000000FUL) << 23) | (p[17] << 18) | (p[18] << 13) | (p[19] << 8) | (p[20] << 3)
                | (p[21] >> 2 & 0x0000000700000007UL);
            v[4] = ((p[21] & 0x0000000300000003UL) << 25) | (p[22] << 20) | (p[23] << 15) | (p[24] << 10) | (p[25] << 5) | p[26];
        }
    }

    private static void Rest28(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 8; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 7, 7);
            Span<ulong> v = values.Slice(i * 1, 1);
            v[0] = (p[0] << 24) | (p[1] << 20) | (p[2] << 16) | (p[3] << 12) | (p[4] << 8) | (p[5] << 4) | p[6];
        }
    }

    private static void Rest29(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 2; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 29, 29);
            Span<ulong> v = values.Slice(i * 3, 3);
            v[0] = (p[0] << 26) | (p[1] << 23) | (p[2] << 20) | (p[3] << 17) | (p[4] << 14) | (p[5] << 11) | (p[6] << 8) | (p[7] << 5)
                | (p[8] << 2) | (p[9] >> 1 & 0x0000000300000003UL);
            v[1] = ((p[9] & 0x0000000100000001UL) << 28) | (p[10] << 25) | (p[11] << 22) | (p[12] << 19) | (p[13] << 16) | (p[14] << 13)
                | (p[15] << 10) | (p[16] << 7) | (p[17] << 4) | (p[18] << 1) | (p[19] >> 2 & 0x0000000100000001UL);
            v[2] = ((p[19] & 0x0000000300000003UL) << 27) | (p[20] << 24) | (p[21] << 21) | (p[22] << 18) | (p[23] << 15) | (p[24] << 12)
                | (p[25] << 9) | (p[26] << 6) | (p[27] << 3) | p[28];
        }
    }

    private static void Rest30(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 4; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 15, 15);
            Span<ulong> v = values.Slice(i * 1, 1);
            v[0] = (p[0] << 28) | (p[1] << 26) | (p[2] << 24) | (p[3] << 22) | (p[4] << 20) | (p[5] << 18) | (p[6] << 16) | (p[7] << 14)
                | (p[8] << 12) | (p[9] << 10) | (p[10] << 8) | (p[11] << 6) | (p[12] << 4) | (p[13] << 2) | p[14];
        }
    }

    private static void Rest31(ReadOnlySpan<ulong> pieces, Span<ulong> values)
    {
        for (int i = 0; i < 2; i++)
        {
            ReadOnlySpan<ulong> p = pieces.Slice(i * 31, 31);
            Span<ulong> v = values.Slice(i * 1, 1);
            v[0] = (p[0] << 30) | (p[1] << 29) | (p[2] << 28) | (p[3] << 27) | (p[4] << 26) | (p[5] << 25) | (p[6] << 24) | (p[7] << 23)
                | (p[8] << 22) | (p[9] << 21) | (p[10] << 20) | (p[11] << 19) | (p[12] << 18) | (p[13] << 17) | (p[14] << 16)
                | (p[15] << 15) | (p[16] << 14) | (p[17] << 13) | (p[18] << 12) | (p[19] << 11) | (p[20] << 10) | (p[21] << 9)
                | (p[22] << 8) | (p[23] << 7) | (p[24] << 6) | (p[25] << 5) | (p[26] << 4) | (p[27] << 3) | (p[28] << 2) | (p[29] << 1)
                | p[30];
        }
    }
}
