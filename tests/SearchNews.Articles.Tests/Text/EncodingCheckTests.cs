using SearchNews.Articles.Diagnostics;
using SearchNews.Articles.Text;

namespace SearchNews.Articles.Tests.Text;

public sealed class EncodingCheckTests
{
    [Theory]
    [InlineData(new byte[] { 0x61, 0x0A, 0xC3, 0xA9, 0xFF }, DiagnosticCode.NotUtf8, 2, 2)]
    [InlineData(new byte[] { 0x80 }, DiagnosticCode.NotUtf8, 1, 1)]
    [InlineData(new byte[] { 0x61, 0xC3 }, DiagnosticCode.NotUtf8, 1, 2)]
    [InlineData(new byte[] { 0xC0, 0x80 }, DiagnosticCode.NotUtf8, 1, 1)]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, DiagnosticCode.NotUtf8, 1, 1)]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 }, DiagnosticCode.NotUtf8, 1, 1)]
    [InlineData(new byte[] { 0x61, 0x0D, 0x0A, 0x62, 0x00, 0xFF }, DiagnosticCode.NulCharacter, 2, 2)]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x61, 0x00 }, DiagnosticCode.NulCharacter, 1, 2)]
    [InlineData(new byte[] { 0x61, 0xFF, 0x00 }, DiagnosticCode.NotUtf8, 1, 2)]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x2D, 0x00 }, DiagnosticCode.NotUtf8, 1, 1)]
    [InlineData(new byte[] { 0xFE, 0xFF, 0x00, 0x2D }, DiagnosticCode.NotUtf8, 1, 1)]
    public void Find_NotText_GivesTheFirstPlace(byte[] file, string code, int line, int column)
    {
        var defect = EncodingCheck.Find(file).ShouldNotBeNull();
        defect.Code.ShouldBe(code);
        defect.Position.ShouldBe(new TextPosition(line, column));
    }

    [Fact]
    public void Find_Utf8_GivesNothing()
    {
        EncodingCheck.Find(default).ShouldBeNull();
        EncodingCheck.Find("\uFEFFé日本😀\u2028\uFFFD\u0001"u8).ShouldBeNull();
    }
}
