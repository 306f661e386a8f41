import { useEffect, useRef } from 'react';
import { Enums, init as initCore, RenderingEngine, type Types } from '@cornerstonejs/core';
import { init as initLoader, wadouri } from '@cornerstonejs/dicom-image-loader';
import {
  addTool,
  Enums as ToolEnums,
  init as initTools,
  LengthTool,
  PanTool,
  ToolGroupManager,
  ZoomTool,
} from '@cornerstonejs/tools';

const ENGINE = 'dermascan';
const VIEWPORT = 'lesion';
const TOOLS = 'dermascan-tools';

let ready: Promise<void> | undefined;

/** Cornerstone is started once for the page, not once for each viewport. */
function start(): Promise<void> {
  ready ??= (async () => {
    await initCore();
    await initTools();
    initLoader({ maxWebWorkers: 1 });
    [LengthTool, PanTool, ZoomTool].forEach((tool) => addTool(tool));
  })();
  return ready;
}

/** Shows the DICOM image exactly as acquired: no sharpening, no windowing, square pixels. */
export function ImageViewport({ file }: { file: File }) {
  const element = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let engine: RenderingEngine | undefined;
    let left = false;

    void start().then(async () => {
      if (left || element.current === null) return;
      engine = new RenderingEngine(ENGINE);
      engine.enableElement({
        viewportId: VIEWPORT,
        type: Enums.ViewportType.STACK,
        element: element.current,
      });

      const group = ToolGroupManager.createToolGroup(TOOLS);
      group?.addTool(LengthTool.toolName);
      group?.addTool(PanTool.toolName);
      group?.addTool(ZoomTool.toolName);
      group?.addViewport(VIEWPORT, ENGINE);
      group?.setToolActive(LengthTool.toolName, {
        bindings: [{ mouseButton: ToolEnums.MouseBindings.Primary }],
      });

      const viewport = engine.getViewport(VIEWPORT) as Types.IStackViewport;
      await viewport.setStack([wadouri.fileManager.add(file)]);
      viewport.render();
    });

    return () => {
      left = true;
      ToolGroupManager.destroyToolGroup(TOOLS);
      engine?.destroy();
    };
  }, [file]);

  return <div ref={element} style={{ width: '100%', aspectRatio: '1' }} data-testid="viewport" />;
}
