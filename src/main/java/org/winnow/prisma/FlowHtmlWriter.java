package org.winnow.prisma;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.winnow.document.Xml;

/**
 * Writes the diagram as a web page that needs no other file: boxes light up under the pointer, say their tooltip, lead
 * where they link to, and list the records behind a number.
 */
final class FlowHtmlWriter {
    private static final String STYLE = """
            body{margin:0;font-family:Arial,Helvetica,sans-serif;background:%1$s;color:%2$s}
            main{max-width:1200px;margin:0 auto;padding:16px}
            svg{width:100%%;height:auto}
            svg g[role=group]:hover rect,svg a:focus rect{stroke-width:2.2}
            svg a,svg .open{cursor:pointer}
            svg .open:hover,svg .open:focus{text-decoration:underline;outline:none}
            dialog{max-width:min(900px,90vw);max-height:80vh;border:1px solid #888;border-radius:8px}
            dialog h2{margin:0;font-size:1.1em;outline:none}
            dialog ol{max-height:58vh;overflow:auto}
            dialog li{margin:0 0 6px}
            """;

    private static final String SCRIPT = """
            const records=JSON.parse(document.getElementById('records').textContent);
            const box=document.querySelector('dialog');
            for(const text of document.querySelectorAll('text[data-number]')){
              const list=records[text.dataset.number];
              if(!list)continue;
              text.classList.add('open');text.setAttribute('tabindex','0');text.setAttribute('role','button');
              const open=e=>{e.preventDefault();
                box.querySelector('h2').textContent=text.textContent;
                const ol=box.querySelector('ol');ol.replaceChildren(...list.map(r=>{const li=document.createElement('li');li.textContent=r;return li;}));
                box.showModal();};
              text.addEventListener('click',open);
              text.addEventListener('keydown',e=>{if(e.key==='Enter'||e.key===' ')open(e);});
            }
            """;

    private FlowHtmlWriter() {}

    /** @param records what stands behind each number, by the number's name; those that are missing open nothing */
    static byte[] bytes(FlowDiagram diagram, Map<String, List<String>> records) {
        String svg = new String(SvgWriter.bytes(diagram), StandardCharsets.UTF_8);
        String drawing = svg.substring(svg.indexOf("<svg"));
        String html = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"UTF-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + Xml.text(diagram.title())
                + "</title><style>"
                + STYLE.formatted(
                        String.format("#%06X", diagram.look().ground()),
                        String.format("#%06X", diagram.look().ink()))
                + "</style></head><body><main>\n" + drawing
                + "</main><dialog><h2 tabindex=\"-1\" autofocus></h2><ol></ol><form method=\"dialog\"><button>Close</button></form></dialog>"
                + "<script type=\"application/json\" id=\"records\">" + json(records) + "</script><script>" + SCRIPT
                + "</script></body></html>\n";
        return html.getBytes(StandardCharsets.UTF_8);
    }

    private static String json(Map<String, List<String>> records) {
        try {
            // A closing tag inside the data would end the script.
            return new ObjectMapper().writeValueAsString(records).replace("</", "<\\/");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
